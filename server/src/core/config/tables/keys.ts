/** Keys that sendmail never asks for, table by table (rulesets of m4/proto.m4, sendmail 8.17.1; forms tried on the real thing). */
import { t } from '@vscode/l10n';
import type { Token } from '../map/scanner';
import type { TableName } from './model';

export interface KeyFault {
  readonly message: string;
  /** What to write instead, where that is certain. */
  readonly better?: string;
}

/** Why `key` is never found in the table, or undefined if it may be. */
export function keyFault(table: TableName, key: Token): KeyFault | undefined {
  // Most keys are user@domain, and large tables have many of them.
  if (/^[\w+-][\w.+-]*@\w[\w.-]*\w$/.test(key.text) && (table === 'virtusertable' || table === 'genericstable')) return undefined;
  return commonFault(table, key.text) ?? own[table](key.text);
}

/** What holds for all four: no quotes, brackets, commas, final dots; wildcards only behind a plus sign. */
function commonFault(table: TableName, text: string): KeyFault | undefined {
  const bare = text.replace(/(?<![,;:=])[,;:=]+$/, '');
  if (bare !== text && bare !== '') {
    return {
      message: t(
        "The '{0}' belongs to the key, which never matches with it. Key and value are parted by blanks alone.",
        text.slice(bare.length),
      ),
      better: bare,
    };
  }
  const angled = /^<([^<>]+)>$/.exec(text)?.[1];
  if (angled || /[<>"',;()]/.test(text)) {
    const message = t('{0} never matches: addresses are looked up without quotes, brackets and commas, one key a line.', text);
    return { message, ...(angled && { better: angled }) };
  }
  if (text.length > 1 && text.endsWith('.')) {
    return { message: t('{0} never matches: names are looked up without a final dot.', text), better: text.slice(0, -1) };
  }
  const detail = table === 'virtusertable' || table === 'genericstable' ? text.replace(/\+\*(?=@|$)/, '') : text;
  return detail.includes('*') ? wildcard(table, text) : undefined;
}

function wildcard(table: TableName, text: string): KeyFault {
  const rest = /^\*[.@]([^*@]+)$/.exec(text)?.[1];
  switch (table) {
    case 'virtusertable':
      if (text.startsWith('*@') && rest) {
        return { message: t('{0} never matches. All users of a domain are {1}.', text, `@${rest}`), better: `@${rest}` };
      }
      break;
    case 'mailertable':
      if (text === '*') return { message: t('* never matches. A lone dot stands for all other domains.'), better: '.' };
      if (rest)
        return { message: t('{0} never matches. All names below a domain are {1}.', text, `.${rest}`), better: `.${rest}` };
      break;
    default:
  }
  return { message: t('There are no wildcards in keys: {0} never matches.', text) };
}

const own: Readonly<Record<TableName, (text: string) => KeyFault | undefined>> = {
  virtusertable(text) {
    if (!text.includes('@')) {
      const domain = text.startsWith('.') ? text.slice(1) : text;
      if (text.startsWith('.'))
        return { message: t('{0} never matches: each domain needs an entry of its own, {1}.', text, `@${domain}`) };
      if (!text.includes('.'))
        return {
          message: t('{0} never matches: a key is user@domain, or @domain for all users. A name alone belongs in aliases.', text),
        };
      return { message: t('{0} never matches: all users of a domain are {1}.', text, `@${text}`), better: `@${text}` };
    }
    if (text.endsWith('@'))
      return { message: t('{0} never matches: the domain is missing. For a name at all domains use aliases.', text) };
    if (text.includes('@.')) return { message: t('{0} never matches: each domain needs an entry of its own.', text) };
    return undefined;
  },
  mailertable(text) {
    if (text.startsWith('@'))
      return { message: t('{0} never matches: a domain is written without @.', text), better: text.slice(1) };
    if (text.includes('@'))
      return { message: t('{0} never matches: the table is asked for domains. For one address use virtusertable.', text) };
    if (text.startsWith('['))
      return {
        message: t('{0} never matches: mail to an address in brackets goes straight to it, without a look into the table.', text),
      };
    return undefined;
  },
  domaintable(text) {
    if (text.startsWith('@'))
      return { message: t('{0} never matches: a domain is written without @.', text), better: text.slice(1) };
    if (text.includes('@'))
      return { message: t('{0} never matches: the table is asked for domains. For one address use virtusertable.', text) };
    if (text.startsWith('.')) return { message: t('{0} never matches: each domain needs an entry of its own.', text) };
    if (text.startsWith('[')) return { message: t('{0} never matches: addresses in brackets are not looked up.', text) };
    return undefined;
  },
  genericstable(text) {
    if (text.endsWith('@'))
      return { message: t('{0} never matches: write the user alone, or user@domain.', text), better: text.slice(0, -1) };
    if (text.startsWith('.') || text.includes('@.'))
      return { message: t('{0} never matches: each domain needs an entry of its own.', text) };
    return undefined;
  },
};
