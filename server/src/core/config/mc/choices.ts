/** What may be written as a value: flags, words, keys and letters of lists, what a name usually has. */
import { t } from '@vscode/l10n';
import type { EnumRow, EnumValue } from '../../knowledge/enums';
import { mailerFlags } from '../../knowledge/mailerFlags';
import { mailers } from '../../knowledge/mailers';
import { saslMechanisms } from '../../knowledge/sasl';
import { confRows, defineRows, enumRows, featureEntry, featureRows, mailerFlagEntry, valueEntry, valueIn } from '../entries';
import { pairsIn, wordsIn } from '../lists';
import type { McModel } from './model';
import { valueOf } from './model';
import type { Slot } from './slot';
import { namesUsed } from './values';
import { contains } from '../../text';

export interface Choice {
  readonly label: string;
  /** What is written, where that is not the label: a key with its equals sign. */
  readonly text?: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** Choices, and the characters that end the part of the value they stand for; none if they are put in at the cursor. */
export interface Choices {
  readonly stops: string;
  readonly items: readonly Choice[];
}

const NOTHING: Choices = { stops: '', items: [] };
/** A value up to its closing quote. */
const WHOLE = ')';
/** A word of a list. */
const WORD = ',+- \t()';

/** What a name that `define` sets may be set to; flags that are there already are left out. */
export function valuesOf(model: McModel, slot: Slot, offset: number): Choices {
  const name = valueOf(slot.call, 0);
  if (name.endsWith('_MAILER_FLAGS') || name === 'LOCAL_SHELL_FLAGS') return flags();
  const row = confRows.get(name);
  if (!row) return usual(defineRows.get(name)?.default);
  const list = row.values === undefined ? undefined : enumRows.get(row.values);
  if (list && row.type === 'flags') {
    const { text } = model.source;
    const rest = wordsIn(text, { start: slot.start, end: valueEnd(text, slot, offset) });
    const used = new Set(rest.filter((w) => offset < w.start || w.end < offset).map((w) => valueIn(list, w.text)));
    return { stops: WORD, items: list.values.filter((v) => !used.has(v)).map((v) => choice(list, v, row.default)) };
  }
  if (list) return { stops: WHOLE, items: list.values.map((v) => choice(list, v, row.default)) };
  if (row.type === 'bool') return { stops: WHOLE, items: ['True', 'False'].map((label) => withDefault(label, row.default)) };
  if (name === 'confAUTH_MECHANISMS') return mechanisms();
  if (name === 'confINPUT_MAIL_FILTERS') return words([...namesUsed(model, 'MAIL_FILTER', 'INPUT_MAIL_FILTER')]);
  const kinds = mailersFor[name];
  if (kinds) return { stops: WHOLE, items: kinds.map((label) => withDefault(label, row.default)) };
  return usual(row.default);
}

const mailersFor: Readonly<Record<string, readonly string[]>> = {
  confSMTP_MAILER: ['esmtp', 'smtp', 'smtp8', 'dsmtp'],
  confRELAY_MAILER: ['relay', 'esmtp', 'uucp-new'],
  confLOCAL_MAILER: ['local', 'cyrusv2', 'cyrus', 'procmail'],
  confUUCP_MAILER: mailers.find((m) => m.name === 'uucp')!.defines,
  confTIME_ZONE: ['USE_SYSTEM', 'USE_TZ'],
  confDONT_PROBE_INTERFACES: ['True', 'False', 'loopback'],
};

/** What an argument of a macro may be, its first argument known. */
export function argumentValues(model: McModel, slot: Slot): Choices {
  const { call, index } = slot;
  if (call.name === 'FEATURE') return featureValues(valueOf(call, 0), index);
  if (call.name === 'TRUST_AUTH_MECH') return mechanisms();
  if (call.name === 'MODIFY_MAILER_FLAGS') return index === 0 ? words(flagNames) : flags();
  return NOTHING;
}

function featureValues(name: string, index: number): Choices {
  const row = featureRows.get(name);
  const argument = row?.args[index - 1];
  if (!row || !argument) return NOTHING;
  const documentation = featureEntry(row);
  const values = [...(argument.values ?? []), ...(argument.name === 'map spec' ? tables(row.defaultMap, row.ldap) : [])];
  return { stops: argument.name === 'map spec' ? WHOLE : ',()', items: values.map((label) => ({ label, documentation })) };
}

/** The usual map, the same that may be missing, LDAP. */
function tables(usualMap: string | undefined, ldap: boolean | undefined): string[] {
  if (usualMap === undefined) return [];
  const optional = usualMap.replace(/^(\w+) /, '$1 -o ');
  return [usualMap, optional, ...(ldap ? ['LDAP'] : [])];
}

/** The letters of a mailer's flags, put in one by one. */
function flags(): Choices {
  return {
    stops: '',
    items: mailerFlags.map((row) => ({ label: row.name, documentation: mailerFlagEntry(row), text: row.name })),
  };
}

const flagNames = 'LOCAL SHELL SMTP ESMTP SMTP8 DSMTP RELAY UUCP USENET PROCMAIL CYRUS CYRUSV2 QPAGE POP PH MAIL11'.split(' ');

/** What may come next in a `Key=value` list. */
export function pairItems(model: McModel, slot: Slot, offset: number): Choices {
  const { text } = model.source;
  const { call, index } = slot;
  const [keysName, lettersName] = pairLists[call.name] ?? [];
  if (keysName === undefined || (index !== 1 && (call.name === 'QUEUE_GROUP' || call.name.endsWith('MAIL_FILTER'))))
    return NOTHING;
  const keys = enumRows.get(keysName)!;
  const pairs = pairsIn(text, { start: slot.start, end: valueEnd(text, slot, offset) });
  const here = pairs.find((p) => contains(p, offset));
  const key = here?.value && here.value.start <= offset ? valueIn(keys, here.key.text) : undefined;
  if (key && here?.value) return pairValues(keys, key, here.value.text, lettersName);
  const used = new Set(pairs.filter((p) => p !== here).map((p) => valueIn(keys, p.key.text)));
  const equals = here?.value !== undefined;
  const items = keys.values
    .filter((v) => !used.has(v))
    .map((v) => ({ label: v.name, documentation: valueEntry(keys, v), ...(!equals && { text: `${v.name}=` }) }));
  return { stops: ',= \t()', items };
}

/** Where the value ends that is being typed: at its closing quote, else at the end of the line. */
function valueEnd(text: string, slot: Slot, offset: number): number {
  let end = offset;
  while (end < slot.end && text[end] !== "'") end++;
  return end;
}

const pairLists: Readonly<Record<string, readonly [keys: string, letters?: string]>> = {
  DAEMON_OPTIONS: ['DaemonKeys', 'DaemonModifiers'],
  CLIENT_OPTIONS: ['ClientKeys', 'ClientModifiers'],
  MAIL_FILTER: ['MilterKeys'],
  INPUT_MAIL_FILTER: ['MilterKeys'],
  QUEUE_GROUP: ['QueueGroupKeys'],
};

function pairValues(keys: EnumRow, key: EnumValue, value: string, lettersName: string | undefined): Choices {
  if (key.name === 'Modifiers' && lettersName) {
    const letters = enumRows.get(lettersName)!;
    return {
      stops: '',
      items: letters.values.filter((v) => !value.includes(v.name)).map((v) => choice(letters, v, undefined, v.name)),
    };
  }
  const list = key.name === 'DeliveryMode' ? enumRows.get('DeliveryMode')! : undefined;
  if (list) return { stops: ',=', items: list.values.map((v) => choice(list, v, undefined)) };
  const found = pairWords[`${keys.name}.${key.name}`] ?? [];
  return { stops: ',=', items: found.map(([label, detail]) => ({ label, ...(detail && { detail }), text: label })) };
}

const pairWords: Readonly<Record<string, readonly (readonly [label: string, detail?: string])[]>> = {
  'DaemonKeys.Port': [
    ['smtp', '25'],
    ['587', 'submission'],
    ['465', 'submissions'],
  ],
  'DaemonKeys.Family': [['inet'], ['inet6'], ['unix']],
  'DaemonKeys.Addr': [['127.0.0.1'], ['::1']],
  'ClientKeys.Family': [['inet'], ['inet6']],
  'MilterKeys.S': [['local:'], ['inet:'], ['inet6:']],
  'MilterKeys.F': [['R'], ['T'], ['4']],
  'QueueGroupKeys.Flags': [['f']],
};

function choice(list: EnumRow, value: EnumValue, usualValue: string | undefined, text?: string): Choice {
  return { ...withDefault(value.name, usualValue), documentation: valueEntry(list, value), ...(text !== undefined && { text }) };
}

function withDefault(label: string, usualValue: string | undefined): Choice {
  return label.toLowerCase() === usualValue?.toLowerCase() ? { label, detail: t('default') } : { label };
}

function usual(value: string | undefined): Choices {
  return value === undefined || value.includes('\n') ? NOTHING : { stops: WHOLE, items: [withDefault(value, value)] };
}

function mechanisms(): Choices {
  return { stops: ', \t()', items: saslMechanisms.map((m) => ({ label: m.name, detail: t(m.what) })) };
}

function words(found: readonly string[]): Choices {
  return { stops: ', \t()', items: found.map((label) => ({ label })) };
}
