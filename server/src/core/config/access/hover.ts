/** Hovers of the access table: the tag, the key, the value and its codes. */
import { t } from '@vscode/l10n';
import { accessValues } from '../../knowledge/accessTags';
import type { Hover } from '../../language';
import { code, codeCalls, explain, plain } from '../../markdown';
import { smtpGlossary } from '../../smtp/glossary';
import { contains, type Span } from '../../text';
import { liveLabel, liveMap } from '../map/live';
import { shownValue, type AccessAction, type AccessEntry, type AccessModel } from './model';
import { replyOf } from './reply';
import { subjectText } from './subject';
import { tagMarkdown } from './tags';
import { tlsText } from './tlsRequirement';

/** Explains what stands at `offset`. */
export function hoverAccess(model: AccessModel, offset: number): Hover | undefined {
  const entry = model.at(offset);
  if (!entry) return undefined;
  const { tag, row, subject, value } = entry;
  if (tag && row && contains(tag, offset) && offset < subject.start) return { span: pick(tag), markdown: tagMarkdown(row) };
  if (contains(entry.key, offset)) return { span: pick(subject.text === '' ? entry.key : subject), markdown: keyMarkdown(entry) };
  if (!value || !contains(value, offset)) return undefined;
  return codeHover(entry.action, offset) ?? { span: pick(value), markdown: valueMarkdown(entry) };
}

function pick({ start, end }: Span): Span {
  return { start, end };
}

function keyMarkdown(entry: AccessEntry): string {
  const what = entry.row ? t('looked up for {0}:', entry.row.name) : '';
  return explain(
    { title: code(entry.subject.text || entry.key.text), what, here: subjectText(entry), todo: liveMap('access') },
    liveLabel(),
  );
}

/** The codes inside a refusal have hovers of their own: what a client makes of them. */
function codeHover(action: AccessAction | undefined, offset: number): Hover | undefined {
  if (action?.kind !== 'error') return undefined;
  for (const token of [action.status, action.code, action.inner]) {
    if (!token || offset < token.start || offset > token.end) continue;
    const markdown = smtpGlossary.entry(token.text);
    if (markdown) return { span: pick(token), markdown };
  }
  return undefined;
}

function valueMarkdown(entry: AccessEntry): string {
  const { action, value, row } = entry;
  const sources = [row?.source ?? 'cf/README'];
  if (action) {
    const title = titleOf(action, value!.text);
    return explain(
      { title, what: whatOf(action), here: codeCalls(effectText(entry, action)), todo: liveMap('access'), sources },
      liveLabel(),
    );
  }
  return explain(
    { title: code(shownValue(entry)), here: codeCalls(otherValue(entry)), todo: liveMap('access'), sources },
    liveLabel(),
  );
}

function titleOf(action: AccessAction, text: string): string {
  return action.kind === 'word' ? action.word : action.kind === 'quarantine' ? 'QUARANTINE' : code(text);
}

function whatOf(action: AccessAction): string {
  const name = action.kind === 'word' ? action.word : action.kind === 'quarantine' ? 'QUARANTINE' : undefined;
  if (name) return t(accessValues.find((v) => v.name === name)!.text);
  return action.kind === 'text' ? t('no action: the text of a refusal') : t('a refusal with words of its own');
}

function effectText({ row, subject, tag }: AccessEntry, action: AccessAction): string {
  const reply = replyOf(action, row?.name);
  if (action.kind === 'word' && action.word === 'RELAY') return relayText(row?.name, subject.text);
  if (action.kind === 'word' && action.word === 'SKIP')
    return t("Only with FEATURE(`access_db', , `skip'); otherwise a refusal with the text SKIP.");
  if (!reply) return tag && !row ? t('Never looked up under this tag.') : '';
  return t('The other side reads {0}.', code(`${reply.code} ${reply.status} … ${reply.text}`));
}

function relayText(tag: string | undefined, subject: string): string {
  if (tag === 'Connect') return t('These clients may send to any address through this server.');
  if (tag === 'To') return t('Anybody may send to {0} through this server.', code(subject));
  if (tag === 'From') return t('Under From: this is no permission to relay; it does what OK does.');
  return tag === undefined ? t('As clients they may send anywhere, and anybody may send to them through this server.') : '';
}

function otherValue({ row, tag, value }: AccessEntry): string {
  const text = value!.text;
  if (!row) return tag ? t('sendmail asks for no tag of this name.') : '';
  switch (row.valueKind) {
    case 'number':
      return row.name === 'GreetPause'
        ? t('The greeting comes after {0} milliseconds.', plain(text))
        : t('The limit; 0 means none.');
    case 'tls':
      return tlsText(text);
    case 'word':
      return row.values!.includes(text.toUpperCase())
        ? t(row.text)
        : t('Without effect: {0} is asked for.', row.values!.join(t(' or ')));
    default:
      return t(row.text);
  }
}
