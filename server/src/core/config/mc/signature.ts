/** The form of the call being typed: FEATURE by its name, define by what it sets, ports, filters and queue groups by their keys. */
import { t } from '@vscode/l10n';
import type { Signature } from '../../language';
import { code, prose } from '../../markdown';
import type { ConfRow } from '../../knowledge/conf';
import type { FeatureArgument, FeatureRow } from '../../knowledge/features';
import { confRows, defineRows, directiveRows, enumRows, featureRows, valueIn } from '../entries';
import { pairsIn } from '../lists';
import type { McModel } from './model';
import { valueOf } from './model';
import { slotAt, type Slot } from './slot';
import { contains } from '../../text';

/** One part of a form. */
interface Part {
  readonly label: string;
  readonly documentation?: string;
}

/** The call around the cursor; undefined outside of calls and for macros nothing is known about. */
export function signatureInMc(model: McModel, offset: number): Signature | undefined {
  const slot = slotAt(model, offset);
  if (!slot) return undefined;
  const { call, index } = slot;
  const keys = pairLists[call.name];
  if (keys) return pairSignature(model, slot, offset, keys);
  switch (call.name) {
    case 'FEATURE': {
      const row = index > 0 ? featureRows.get(valueOf(call, 0)) : undefined;
      return row ? featureSignature(row, index) : written('FEATURE', parts(t('name'), t('arguments …')), Math.min(index, 1));
    }
    case 'define':
      return defineSignature(valueOf(call, 0), index);
    default: {
      const names = argumentNames[call.name];
      const row = directiveRows.get(call.name);
      if (!names && !row) return undefined;
      const found = names?.() ?? Array.from({ length: Math.max(1, row!.argsMax) }, () => t('value'));
      return written(call.name, parts(...found), index, row && prose(t(row.text)));
    }
  }
}

const argumentNames: Readonly<Record<string, () => string[]>> = {
  OSTYPE: () => [t('system')],
  DOMAIN: () => [t('file of cf/domain')],
  HACK: () => [t('file of cf/hack'), t('arguments …')],
  MAILER: () => [t('name')],
  MASQUERADE_AS: () => [t('domain')],
  MODIFY_MAILER_FLAGS: () => [t('mailer in capitals'), t('+added, -removed or new flags')],
  TRUST_AUTH_MECH: () => [t('mechanisms')],
  SITECONFIG: () => [t('file'), t('name of this site'), t('class')],
  undefine: () => [t('name')],
  ifdef: () => [t('name'), t('if it has a value'), t('if not')],
  ifelse: () => [t('text'), t('the same text'), t('if they are equal'), t('if not')],
  include: () => [t('file')],
  sinclude: () => [t('file that may be missing')],
  divert: () => [t('number')],
};

const pairLists: Readonly<Record<string, string>> = {
  DAEMON_OPTIONS: 'DaemonKeys',
  CLIENT_OPTIONS: 'ClientKeys',
  MAIL_FILTER: 'MilterKeys',
  INPUT_MAIL_FILTER: 'MilterKeys',
  QUEUE_GROUP: 'QueueGroupKeys',
};

function parts(...labels: readonly string[]): Part[] {
  return labels.map((label) => ({ label }));
}

/** ``NAME(`part', `part')``; the parts before `from` are names that stand already. */
function written(name: string, found: readonly Part[], active: number, documentation?: string): Signature {
  let label = `${name}(`;
  const parameters = found.map((part, n) => {
    label += n === 0 ? '`' : ', `';
    const start = label.length;
    label += part.label;
    const span = { start, end: label.length };
    label += "'";
    return { ...span, ...(part.documentation !== undefined && { documentation: part.documentation }) };
  });
  const isOne = active < found.length;
  return { label: `${label})`, parameters, ...(isOne && { active }), ...(documentation !== undefined && { documentation }) };
}

function featureSignature(row: FeatureRow, index: number): Signature {
  const found: Part[] = [{ label: row.name }, ...row.args.map((a) => argumentPart(row, a))];
  return written('FEATURE', found, index, prose(t(row.text)));
}

function argumentPart(row: FeatureRow, argument: FeatureArgument): Part {
  const words: string[] = [argument.optional ? t('May be left out.') : t('Must be given.')];
  if (argument.values) {
    const values = argument.values.map(code).join(', ');
    words.push(argument.open ? t('With a meaning of its own: {0}.', values) : t('One of {0}.', values));
  }
  if (argument.name === 'map spec' && row.defaultMap !== undefined) words.push(t('Without it: {0}.', code(row.defaultMap)));
  return { label: argument.name, documentation: words.join(' ') };
}

function defineSignature(name: string, index: number): Signature {
  const row = confRows.get(name);
  const text = row?.text ?? defineRows.get(name)?.text;
  const usual = row?.default ?? defineRows.get(name)?.default;
  const kind = row && index > 0 ? kindOf(row) : t('value');
  const documentation = usual === undefined || usual.includes('\n') ? undefined : t('Without it: {0}.', code(usual));
  const value: Part = { label: kind, ...(documentation !== undefined && { documentation }) };
  const first = index > 0 && name !== '' ? name : t('name');
  return written('define', [{ label: first }, value], index, text === undefined ? undefined : prose(t(text)));
}

/** What a value is, in a word or two. */
function kindOf(row: ConfRow): string {
  switch (row.type) {
    case 'bool':
      return t('True or False');
    case 'int':
      return t('number');
    case 'time':
      return t('time, such as 30s, 5m, 1h, 4d');
    case 'flags':
      return t('words with commas');
    case 'enum': {
      const values = enumRows.get(row.values ?? '')?.values.map((v) => v.name) ?? [];
      return values.length > 0 && values.length < 6 ? values.join(' | ') : t('one word');
    }
    case 'path':
      return t('file');
    case 'filemode':
      return t('file mode, such as 0600');
    case 'user':
      return t('user, or user:group');
    default:
      return t('value');
  }
}

/** `Key=value` lists: the parts are the keys, and the one at the cursor is known by its key. */
function pairSignature(model: McModel, slot: Slot, offset: number, list: string): Signature {
  const { call, index } = slot;
  const keys = enumRows.get(list)!;
  const named = call.name === 'QUEUE_GROUP' || call.name.endsWith('MAIL_FILTER');
  const first = named ? "`name', `" : '`';
  let label = `${call.name}(${first}`;
  const parameters = keys.values.map((key, n) => {
    label += n === 0 ? '' : ', ';
    const start = label.length;
    label += `${key.name}=`;
    return { start, end: label.length, documentation: prose(t(key.text)) };
  });
  const at = (named ? index === 1 : index === 0) ? keyAt(model, slot, offset) : undefined;
  const found = at === undefined ? -1 : keys.values.indexOf(valueIn(keys, at)!);
  const documentation = directiveRows.get(call.name)?.text;
  return {
    label: `${label}')`,
    parameters,
    ...(found >= 0 && { active: found }),
    ...(documentation !== undefined && { documentation: prose(t(documentation)) }),
  };
}

function keyAt(model: McModel, slot: Slot, offset: number): string | undefined {
  const { text } = model.source;
  let end = offset;
  while (end < slot.end && text[end] !== "'" && text[end] !== ',') end++;
  return pairsIn(text, { start: slot.start, end }).find((p) => contains(p, offset))?.key.text;
}
