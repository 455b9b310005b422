/** Completion in tcp.smtp: what a rule does. */
import { t } from '@vscode/l10n';
import { CompletionItemKind } from '../../kinds';
import { tcpVariables } from '../../knowledge/tcpVariables';
import type { Completion } from '../../language';
import { lineAt, lineSpan } from '../../text';
import type { TcpRulesModel } from './model';

/** What fits at `offset`: allow and deny behind the colon, variables behind a comma. */
export function completeTcpRules(model: TcpRulesModel, offset: number): Completion[] {
  const line = lineSpan(model.source, lineAt(model.source, offset));
  const before = model.source.text.slice(line.start, Math.min(offset, line.end));
  const word = /^[^#:][^:]*:([a-z]*)$|^:([a-z]*)$|,(\w*)$/.exec(before);
  if (!word || before.startsWith('#') || !before.includes(':')) return [];
  const typed = word[1] ?? word[2] ?? word[3] ?? '';
  const span = { start: offset - typed.length, end: offset };
  if (word[3] !== undefined) {
    return tcpVariables.map((row) => ({
      label: row.name,
      kind: CompletionItemKind.Variable,
      span,
      text: row.name === 'RELAYCLIENT' ? 'RELAYCLIENT=""' : `${row.name}="\${1}"`,
      snippet: row.name !== 'RELAYCLIENT',
      detail: t(row.text),
    }));
  }
  const item = (text: string, detail: string): Completion => ({
    label: text,
    kind: CompletionItemKind.Value,
    span,
    text,
    detail,
  });
  return [
    item('allow', t('the client may connect')),
    item('allow,RELAYCLIENT=""', t('the client may send to any address')),
    item('deny', t('the connection is dropped')),
  ];
}
