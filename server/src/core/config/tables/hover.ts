/** Hovers of the four tables: what a key matches, what a value does. */
import { t } from '@vscode/l10n';
import type { Hover } from '../../language';
import { code, codeCalls, explain } from '../../markdown';
import { smtpGlossary } from '../../smtp/glossary';
import { contains, type Span } from '../../text';
import { liveLabel, liveMap } from '../map/live';
import { isError } from './errorValue';
import { keyText, valueText } from './meaning';
import type { TableModel, TableName } from './model';

/** Explains what stands at `offset`. */
export function hoverTable(table: TableName, model: TableModel, offset: number): Hover | undefined {
  const entry = model.at(offset);
  if (!entry) return undefined;
  const { key, value } = entry;
  const todo = liveMap(table);
  if (contains(key, offset)) {
    const markdown = explain(
      { title: code(key.text), what: whatOf(table), here: codeCalls(keyText(table, entry)), todo },
      liveLabel(),
    );
    return { span: { start: key.start, end: key.end }, markdown };
  }
  if (!value || !contains(value, offset)) return undefined;
  const codes = isError(value) ? codeAt(value.text, offset - value.start) : undefined;
  if (codes) return { span: { start: value.start + codes.start, end: value.start + codes.end }, markdown: codes.markdown };
  const markdown = explain({ title: code(value.text), here: codeCalls(valueText(table, model, entry)), todo }, liveLabel());
  return { span: { start: value.start, end: value.end }, markdown };
}

/** What the table is for, in a few words. */
function whatOf(table: TableName): string {
  switch (table) {
    case 'virtusertable':
      return t('a virtual address, asked for domains of local-host-names and VIRTUSER_DOMAIN');
    case 'mailertable':
      return t('a route, asked for domains that are not local, before their MX');
    case 'domaintable':
      return t('a domain with another name');
    case 'genericstable':
      return t('a sender with another address');
  }
}

/** The reply code or status at `at` of a refusal, explained. */
function codeAt(text: string, at: number): (Span & { markdown: string }) | undefined {
  for (const match of text.matchAll(/(?<![\w.])(?:[245]\.\d{1,3}\.\d{1,3}|[245]\d\d)(?![\w.])/g)) {
    const end = match.index + match[0].length;
    if (at < match.index || at > end) continue;
    const markdown = smtpGlossary.entry(match[0]);
    return markdown === undefined ? undefined : { start: match.index, end, markdown };
  }
  return undefined;
}
