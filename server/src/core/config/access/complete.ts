/** Completion in the access table: tags in the key, actions in the value. */
import { t } from '@vscode/l10n';
import { CompletionItemKind } from '../../kinds';
import { accessTags, accessValues, type AccessTagRow } from '../../knowledge/accessTags';
import type { Completion } from '../../language';
import type { Span } from '../../text';
import { mapCursor } from '../map/cursor';
import type { AccessModel } from './model';
import { tagMarkdown } from './tags';
import { tagRow } from './parser';

/** What fits at `offset`. */
export function completeAccess(model: AccessModel, offset: number): Completion[] {
  const at = mapCursor(model.source, offset);
  if (!at) return [];
  if (at.part === 'key') return at.typed.includes(':') ? [] : tags(at.span, at.key);
  const tag = /^([\w-]+):/.exec(at.key)?.[1];
  const row = tag === undefined ? undefined : tagRow(tag);
  return tag !== undefined && !row ? [] : values(at.span, row);
}

/** Tags replace what is typed up to the colon, so that a tag can be changed in a line that is there already. */
function tags(span: Span, key: string): Completion[] {
  const colon = key.indexOf(':');
  const replaced = colon < 0 ? span : { start: span.start, end: span.start + colon + 1 };
  return accessTags.map((row, i) => ({
    label: `${row.name}:`,
    kind: CompletionItemKind.Keyword,
    span: replaced,
    text: `${row.name}:`,
    detail: t(row.key),
    documentation: tagMarkdown(row),
    sort: String(i).padStart(2, '0'),
  }));
}

function values(span: Span, row: AccessTagRow | undefined): Completion[] {
  switch (row?.valueKind) {
    case 'number':
      return [
        simple(span, '0', row.name === 'GreetPause' ? t('no wait') : t('no limit')),
        ...(row.name === 'GreetPause' ? [simple(span, '5000', t('five seconds'))] : []),
      ];
    case 'word':
      return row.values!.map((word) => simple(span, word, t(row.text)));
    case 'tls':
      return [
        simple(span, 'VERIFY', t('the certificate must verify')),
        snippet(span, 'VERIFY:bits', 'VERIFY:${1:128}', t('verified, and so many bits')),
        snippet(span, 'ENCR:bits', 'ENCR:${1:128}', t('encrypted with so many bits')),
        snippet(span, 'PERM+VERIFY', 'PERM+VERIFY', t('refused for good otherwise')),
        snippet(span, 'TEMP+VERIFY', 'TEMP+VERIFY', t('refused for now otherwise')),
      ];
    case 'free':
      return (row.values ?? []).map((word) => snippet(span, word, `${word}\${1:text}`, t(row.text)));
    default:
      return actions(span, row);
  }
}

function actions(span: Span, row: AccessTagRow | undefined): Completion[] {
  const words = accessValues
    .filter((v) => v.name !== 'ERROR')
    .map((v) => {
      if (v.name === 'QUARANTINE') return snippet(span, 'QUARANTINE:reason', 'QUARANTINE:${1:reason}', t(v.text));
      return simple(span, v.name, t(v.text));
    });
  const gone = snippet(
    span,
    'ERROR:5.1.1:550 text',
    'ERROR:5.1.1:550 ${1:No such user here}',
    t('refused for good: no such mailbox'),
  );
  return [
    ...words,
    ...(row?.name === 'Connect' ? [] : [gone]),
    snippet(
      span,
      'ERROR:5.7.1:550 text',
      'ERROR:5.7.1:550 ${1:We do not accept your mail}',
      t('refused for good, with your own words'),
    ),
    snippet(span, 'ERROR:4.7.1:450 text', 'ERROR:4.7.1:450 ${1:Try again later}', t('refused for now: the client tries again')),
  ].map((item, i) => ({ ...item, sort: String(i).padStart(2, '0') }));
}

function simple(span: Span, text: string, detail: string): Completion {
  return { label: text, kind: CompletionItemKind.Value, span, text, detail };
}

function snippet(span: Span, label: string, text: string, detail: string): Completion {
  return { label, kind: CompletionItemKind.Snippet, span, text, snippet: true, detail };
}
