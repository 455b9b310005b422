/** Completion in the alias file: names that are wanted on the left, recipients on the right. */
import { t } from '@vscode/l10n';
import { CompletionItemKind } from '../../kinds';
import { roleNames } from '../../knowledge/accounts';
import type { Completion } from '../../language';
import { lineAt, lineSpan, type Span } from '../../text';
import type { AliasModel } from './model';

/** So many names of the file are offered at most; typing narrows a longer list down in vain. */
const MOST_NAMES = 2000;

/** What fits at `offset`. */
export function completeAliases(model: AliasModel, offset: number): Completion[] {
  const line = lineSpan(model.source, lineAt(model.source, offset));
  const before = model.source.text.slice(line.start, Math.min(offset, line.end));
  if (before.startsWith('#')) return [];
  const colon = before.indexOf(':');
  const indented = /^[ \t]/.test(before);
  if (colon < 0 && !indented) return names(model, { start: line.start, end: wordEnd(model, offset) });
  const typed = /(?<![^\s,])[^\s,]*$/.exec(before)![0];
  // `name:` without a blank behind it: the recipient begins at the colon.
  const start =
    offset -
    (indented || !typed.includes(':') || /^"?:include/.test(typed) ? typed.length : typed.length - typed.indexOf(':') - 1);
  const own = indented ? '' : before.slice(0, colon).trim().toLowerCase();
  return recipients(model, { start, end: wordEnd(model, offset) }, own);
}

function wordEnd(model: AliasModel, offset: number): number {
  const { text } = model.source;
  let end = offset;
  while (end < text.length && /[\w.+-]/.test(text[end]!)) end++;
  return end;
}

/** Names a mail server should have and this file has not, and the owners of its lists. */
function names(model: AliasModel, span: Span): Completion[] {
  const lists = model.blocks.flatMap(({ content }) => content.lists.map(({ key }) => `owner-${key}`)).slice(0, MOST_NAMES);
  const all = new Map([...['postmaster', 'MAILER-DAEMON'], ...roleNames, ...lists].reverse().map((n) => [n.toLowerCase(), n]));
  return [...all.values()]
    .reverse()
    .filter((name) => !model.kept.has(name.toLowerCase()))
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Property,
      span,
      text: `${name}:\t`,
      detail: name.startsWith('owner-') ? t('gets the bounces of the list') : t('a name others write to (RFC 2142)'),
    }));
}

function recipients(model: AliasModel, span: Span, own: string): Completion[] {
  const form = (label: string, text: string, detail: string): Completion => ({
    label,
    kind: CompletionItemKind.Snippet,
    span,
    text,
    snippet: true,
    detail,
    sort: `1${label}`,
  });
  const aliases: Completion[] = [];
  for (const { name, targets } of model.kept.values()) {
    if (aliases.length === MOST_NAMES) break;
    if (name.key === own) continue;
    const { text } = name;
    aliases.push({ label: text, kind: CompletionItemKind.Reference, span, text, detail: detailOf(targets), sort: `0${text}` });
  }
  return [
    ...aliases,
    form(':include:', ':include:/${1:etc/mail/lists/name}', t('everybody in a file, one address a line')),
    form('"|program"', '"|/${1:path/program} ${2:arguments}"', t('a program that gets the message')),
    form('/file', '/${1:var/mail/archive}', t('a file the message is appended to')),
    form('/dev/null', '/dev/null', t('thrown away, nobody is told')),
    ...(own === '' || /["\s]/.test(own)
      ? []
      : [form(`\\${own}`, `\\\\${own.replace(/[$}]/g, '\\$&')}`, t('the user of this name, to keep a copy'))]),
  ];
}

function detailOf(targets: readonly { readonly text: string }[]): string {
  const text = targets.map((x) => x.text).join(', ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
