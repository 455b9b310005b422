/** Completion in sendmail.cf: names of options behind an O, and the words their values may be. */
import { CompletionItemKind } from '../../kinds';
import { t } from '@vscode/l10n';
import type { Completion } from '../../language';
import { conf } from '../../knowledge/conf';
import { cfLines } from '../../knowledge/cfLines';
import { mailerFlags } from '../../knowledge/mailerFlags';
import { mapTypes } from '../../knowledge/maps';
import { missingOptions } from '../../knowledge/options';
import type { Span } from '../../text';
import { lineAt, lineSpan } from '../../text';
import { enumRows, lineEntry, mailerFlagEntry, mapEntry, optionEntry, optionRow, otherOptionEntry, valueEntry } from '../entries';
import type { CfModel } from './model';
import { cfNameEntry, cfNameRows } from './names';
import { operatorEntry, operatorsAt } from './operators';
import { options } from './options';

/** What fits at the cursor. */
export function completeCf(model: CfModel, offset: number): Completion[] {
  const { text } = model.source;
  const line = lineSpan(model.source, lineAt(model.source, offset));
  const before = text.slice(line.start, offset);
  if (/^O +[\w.-]*$/.test(before)) return optionItems(text, line, offset);
  const option = /^O +([\w.-]+) *=/.exec(before);
  if (option) return valueItems(text, line, offset, option[1]!);
  if (/^K\w+\s+\w*$/.test(before)) return mapItems(text, line, offset);
  return nameItems(line, before, offset) ?? keyItems(line, before, offset);
}

/** Macros behind a $, classes behind $= and $~, rulesets behind $> and S; undefined where no name is begun. */
function nameItems(line: Span, before: string, offset: number): Completion[] | undefined {
  const begun = /\$([=~>&?]?)(\{?)(\w{0,60})$/.exec(before) ?? /^([SDCF])(\{?)(\w{0,60})$/.exec(before);
  if (!begun || (begun[0] === begun[3] && begun[1] === '')) return undefined;
  const sign = begun[1]!;
  const operators = begun[0] === '$' && before.startsWith('R') ? operatorItems(before, offset) : [];
  const kind = /[=~CF]/.test(sign) ? 'class' : /[>S]/.test(sign) ? 'ruleset' : 'macro';
  const span = { start: offset - begun[3]!.length - begun[2]!.length, end: offset };
  const names = cfNameRows(kind).map((row) => ({
    label: row.name,
    kind: kind === 'ruleset' ? CompletionItemKind.Function : CompletionItemKind.Variable,
    span,
    text: kind === 'class' && row.name.length > 1 ? `{${row.name}}` : row.name,
    documentation: cfNameEntry(kind, row.name)!,
  }));
  return [...operators, ...names];
}

/** The operators of a rule behind a $. */
function operatorItems(before: string, offset: number): Completion[] {
  return operatorsAt(before, before.length).map((row) => ({
    label: row.name,
    kind: CompletionItemKind.Keyword,
    span: { start: offset - 1, end: offset },
    text: row.name,
    documentation: operatorEntry(row),
  }));
}

/** Keys of mailers, filters, queue groups and ports, letters of flags; at the start of a line the letters lines begin with. */
function keyItems(line: Span, before: string, offset: number): Completion[] {
  if (before === '')
    return cfLines.map(({ name }) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      span: { start: offset, end: offset },
      text: name,
      documentation: lineEntry(name)!,
    }));
  const list = enumRows.get(keyLists[before[0]!] ?? '');
  if (!list) return [];
  const word = /(?:^\w[^,]*,|,)\s*([\w/]*)$/.exec(before)?.[1];
  if (word !== undefined)
    return list.values.map((value) => ({
      label: value.name,
      kind: CompletionItemKind.Property,
      span: { start: offset - word.length, end: offset },
      text: `${value.name}=`,
      documentation: valueEntry(list, value),
    }));
  if (before[0] !== 'M' || !/,\s*F=[^,]*$/.test(before)) return [];
  return mailerFlags.map((row) => ({
    label: row.name,
    kind: CompletionItemKind.EnumMember,
    span: { start: offset, end: offset },
    text: row.name,
    documentation: mailerFlagEntry(row),
  }));
}

const keyLists: Readonly<Record<string, string>> = { M: 'MailerKeys', X: 'MilterKeys', Q: 'QueueGroupKeys' };

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
