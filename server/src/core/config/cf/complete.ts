/** Completion in sendmail.cf: names of options behind an O, and the words their values may be. */
import { CompletionItemKind } from '../../kinds';
import { t } from '@vscode/l10n';
import type { Completion } from '../../language';
import { conf } from '../../knowledge/conf';
import { mapTypes } from '../../knowledge/maps';
import { missingOptions } from '../../knowledge/options';
import type { Span } from '../../text';
import { lineAt, lineSpan } from '../../text';
import { enumRows, mapEntry, optionEntry, optionRow, otherOptionEntry, valueEntry } from '../entries';
import type { CfModel } from './model';
import { options } from './options';

/** What fits at the cursor. */
export function completeCf(model: CfModel, offset: number): Completion[] {
  const { text } = model.source;
  const line = lineSpan(model.source, lineAt(model.source, offset));
  const before = text.slice(line.start, offset);
  if (/^O +[\w.-]*$/.test(before)) return optionItems(text, line, offset);
  const option = /^O +([\w.-]+) *=/.exec(before);
  if (option) return valueItems(text, line, offset, option[1]!);
  return /^K\w+\s+\w*$/.test(before) ? mapItems(text, line, offset) : [];
}

/** Every option that may be set, those of Timeout and Milter with their second part. */
function optionNames(): string[] {
  const parts = conf.flatMap((row) => (row.option?.includes('.') ? [row.option] : []));
  return [...options.map((o) => o.name).filter((name) => !missingOptions.includes(name)), ...parts];
}

function optionItems(text: string, line: Span, offset: number): Completion[] {
  const span = around(text, line, offset, /[\w.-]/);
  const hasValue = /^\s*=/.test(text.slice(span.end, line.end));
  return optionNames().map((name) => {
    const row = optionRow(name);
    const documentation = row ? optionEntry(row) : otherOptionEntry(name);
    return {
      label: name,
      kind: CompletionItemKind.Property,
      span,
      text: hasValue ? name : `${name}=`,
      ...(row && { detail: row.name }),
      ...(documentation && { documentation }),
      ...(row?.obsolete && { deprecated: true }),
    };
  });
}

function valueItems(text: string, line: Span, offset: number, name: string): Completion[] {
  const row = optionRow(name);
  const span = around(text, line, offset, /\w/);
  const list = enumRows.get(row?.values ?? '');
  if (list) {
    return list.values.map((value) => ({
      label: value.name,
      kind: CompletionItemKind.EnumMember,
      span,
      text: value.name,
      documentation: valueEntry(list, value),
    }));
  }
  const words = row?.type === 'bool' ? ['True', 'False'] : [];
  return words.map((label) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    span,
    text: label,
    ...(label.toLowerCase() === row?.default?.toLowerCase() && { detail: t('default') }),
  }));
}

function mapItems(text: string, line: Span, offset: number): Completion[] {
  const span = around(text, line, offset, /\w/);
  return mapTypes.map((row) => ({
    label: row.name,
    kind: CompletionItemKind.Class,
    span,
    text: row.name,
    documentation: mapEntry(row),
  }));
}

function around(text: string, line: Span, offset: number, part: RegExp): Span {
  let start = offset;
  while (start > line.start && part.test(text[start - 1]!)) start--;
  let end = offset;
  while (end < line.end && part.test(text[end]!)) end++;
  return { start, end };
}
