/**
 * Values of options, checked by what the option takes: the same for `define(`confX', …)` in an .mc file and `O X=…` in sendmail.cf.
 * How sendmail 8.17.1 reads each kind was tried on the program: times stop at a wrong letter with a message, numbers and truth
 * values never complain, lists of words refuse to start.
 */
import type { ConfType } from '../knowledge/conf';
import { enums } from '../knowledge/enums';
import type { EnumRow } from '../knowledge/enums';
import { moreWords } from '../knowledge/options';
import { nearest } from '../suggest';

/** What is wrong with a value, and at which of its characters. */
export interface ValueFault {
  readonly kind: 'boolean' | 'time' | 'number' | 'word';
  /** The part that is wrong. */
  readonly text: string;
  /** Offset of that part in the value. */
  readonly at: number;
  /** The word that was probably meant. */
  readonly near?: string;
  /** True if sendmail refuses the value or complains; else it takes it for something else in silence. */
  readonly refused: boolean;
  /** True if sendmail stops reading its configuration there. */
  readonly fatal?: boolean;
  /** The words there are, for lists of words. */
  readonly words?: readonly string[];
}

const lists = new Map(enums.map((e) => [e.name, e]));

/** The faults of `value` for an option of a type; `list` names the words in enums.ts. Truth values and numbers with macros in them are not judged. */
export function checkValue(type: ConfType, list: string | undefined, value: string): ValueFault[] {
  if (value.trim() === '') {
    const row = list === undefined ? undefined : lists.get(list);
    return row?.needed ? [{ kind: 'word', text: '', at: 0, refused: true, words: row.values.map((v) => v.name) }] : [];
  }
  if ((type === 'bool' || type === 'int' || type === 'filemode') && /[`'$]/.test(value)) return [];
  switch (type) {
    case 'bool':
      return /^\s*([tTyYfFnN0]|off\b)/i.test(value) ? [] : [{ kind: 'boolean', text: value, at: 0, refused: false }];
    case 'int':
      return /^\s*[-+]?\d+\s*$/.test(value) || /^infinite$/i.test(value.trim())
        ? []
        : [{ kind: 'number', text: value, at: 0, refused: false }];
    case 'time':
      return checkTime(value);
    case 'filemode':
      return /^\s*[0-7]+\s*$/.test(value) ? [] : [{ kind: 'number', text: value, at: 0, refused: false }];
    case 'enum':
    case 'flags': {
      const row = list === undefined ? undefined : lists.get(list);
      if (!row) return [];
      return row.type === 'enum' ? checkWord(row, value) : checkWords(row, value);
    }
    default:
      return [];
  }
}

/** `now`, or numbers each followed by one of w d h m s; a minus in front is taken. */
function checkTime(value: string): ValueFault[] {
  const text = value.trim();
  if (/^now$/i.test(text)) return [];
  const start = value.indexOf(text);
  for (let i = text[0] === '-' ? 1 : 0; i < text.length; i++) {
    if (!/[0-9wdhms]/.test(text[i]!)) return [{ kind: 'time', text: value, at: start, refused: true }];
  }
  return [];
}

function checkWord(row: EnumRow, value: string): ValueFault[] {
  const fold = (s: string): string => (row.caseSensitive ? s : s.toLowerCase());
  const word = fold(row.firstLetter ? value.trim().slice(0, 1) : value.trim());
  const names = row.values.map((v) => v.name);
  if (names.some((n) => fold(row.firstLetter ? n.slice(0, 1) : n) === word)) return [];
  const at = value.length - value.trimStart().length;
  // sendmail leaves at once when it meets these.
  const fatal = row.name === 'DeliveryMode' || row.name === 'EightBitMode';
  return [
    { kind: 'word', text: value.trim(), at, near: nearest(value.trim(), names)[0], refused: row.strict, fatal, words: names },
  ];
}

const numbers = new Set(['ServerSSLOptions', 'ClientSSLOptions']);

/** How each list of words is taken apart. */
const separators: Readonly<Record<string, RegExp>> = {
  PrivacyOptions: /[A-Za-z0-9]+/g,
  DontBlameSendmail: /[A-Za-z0-9]+/g,
  ResolverOptions: /[^\s]+/g,
  ServerSSLOptions: /[^\s,]+/g,
};

function checkWords(row: EnumRow, value: string): ValueFault[] {
  const faults: ValueFault[] = [];
  const names = row.values.map((v) => v.name);
  const letters = names.every((n) => n.length === 1);
  const known = new Set([...names, ...(moreWords[row.name] ?? [])].map((n) => (row.caseSensitive ? n : n.toLowerCase())));
  for (const match of value.matchAll(separators[row.name] ?? /[^\s,]+/g)) {
    const sign = /^[+-]/.test(match[0]) ? 1 : 0;
    const word = letters ? match[0].slice(0, 1) : match[0].slice(sign);
    // Switches of OpenSSL may be numbers.
    if (known.has(row.caseSensitive ? word : word.toLowerCase()) || (numbers.has(row.name) && /^(0x)?[0-9]+/i.test(word)))
      continue;
    faults.push({
      kind: 'word',
      text: word,
      at: match.index + sign,
      // One letter is as near as another.
      near: letters ? undefined : nearest(word, names)[0],
      refused: row.strict,
      words: names,
    });
  }
  return faults;
}
