/** Hovers of tcp.smtp: whom a rule is for, and what it does. */
import { t } from '@vscode/l10n';
import { tcpVariables } from '../../knowledge/tcpVariables';
import type { Hover } from '../../language';
import { code, explain, plain } from '../../markdown';
import { liveLabel } from '../map/live';
import { entryAt } from '../map/model';
import { addressFault } from './addresses';
import type { TcpRule, TcpRulesModel } from './model';
import { contains } from '../../text';

/** Explains the address or the instructions at `offset`. */
export function hoverTcpRules(model: TcpRulesModel, offset: number): Hover | undefined {
  const rule = entryAt(model.entries, offset);
  if (!rule) return undefined;
  const todo = code('tcprules tcp.smtp.cdb tcp.smtp.tmp < tcp.smtp');
  const { address, instructions, variables } = rule;
  if (offset <= address.end) {
    const fault = addressFault(address.text);
    const markdown = explain(
      { title: code(`${address.text}:`), here: fault ? plain(fault.message) : addressText(address.text), todo },
      liveLabel(),
    );
    return { span: { start: address.start, end: address.end + 1 }, markdown };
  }
  const variable = variables.find((v) => contains(v, offset));
  const row = tcpVariables.find((r) => r.name === variable?.name.text);
  if (variable && row) {
    const markdown = explain({ title: row.name, here: t(row.text), todo, sources: [row.source] }, liveLabel());
    return { span: { start: variable.start, end: variable.end }, markdown };
  }
  return {
    span: { start: instructions.start, end: instructions.end },
    markdown: explain({ title: code(instructions.text), here: actionText(rule), todo }, liveLabel()),
  };
}

function addressText(address: string): string {
  const place = address.slice(address.lastIndexOf('@') + 1);
  if (address === '') return t('All clients for whom there is no other rule.');
  if (place === '=') return t('Clients whose address has a name, if there is no other rule.');
  if (place.startsWith('=.')) return t('Clients whose name ends in {0}.', code(place.slice(1)));
  if (place.startsWith('=')) return t('The client with the name {0}.', code(place.slice(1)));
  if (place.includes('-')) return t('Each number of the range in turn.');
  return place.endsWith('.') ? t('Clients whose address begins with {0}.', code(place)) : t('The client with this address.');
}

function actionText({ action, broken, variables }: TcpRule): string {
  if (broken) return t('tcprules cannot read this line and refuses the whole file.');
  if (action === 'deny') return t('The connection is dropped without a word.');
  return variables.some((v) => v.name.text === 'RELAYCLIENT')
    ? t('The client may connect, and send to any address.')
    : t('The client may connect, and send to the domains of rcpthosts.');
}
