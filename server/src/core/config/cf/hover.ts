/** Hover in sendmail.cf: options and their values, maps, equates and flags, and what a line is. */
import { t } from '@vscode/l10n';
import type { Hover } from '../../language';
import { code } from '../../markdown';
import { contains, type Span } from '../../text';
import {
  type Context,
  enumRows,
  lineEntry,
  mailerFlagEntry,
  mailerFlagRows,
  mapEntry,
  mapFlagOf,
  mapTypeRows,
  optionEntry,
  optionRow,
  otherOptionEntry,
  valueEntry,
  valueIn,
} from '../entries';
import { type ListWord, pairsIn, wordsIn } from '../lists';
import { makemapCommand, parseMapSpec } from '../mapSpec';
import type { CfEquate, CfLine, CfLineOf, CfModel } from './model';
import { cfNameEntry, cfNamesIn } from './names';
import { operatorAt, operatorEntry } from './operators';
import { findOption, optionOf } from './options';

/** What is under the cursor; undefined where nothing is known. */
export function hoverCf(model: CfModel, offset: number): Hover | undefined {
  const line = lineOf(model, offset);
  if (!line) return undefined;
  const found = nameAt(line, offset) ?? operator(line, offset) ?? inLine(line, offset);
  if (found) return found;
  const letter = lineEntry(line.text[0] ?? '');
  return letter && offset <= line.start + 1 && line.start < line.end
    ? { span: { start: line.start, end: line.start + 1 }, markdown: letter }
    : undefined;
}

/** A macro, class or ruleset that the line names. */
function nameAt(line: CfLine, offset: number): Hover | undefined {
  if (line.kind === 'comment') return undefined;
  const name = at(cfNamesIn(line.text), offset - line.start);
  const markdown = name && cfNameEntry(name.kind, name.name);
  return markdown === undefined ? undefined : { span: shift(name!, line.start), markdown };
}

/** An operator of a rule. */
function operator(line: CfLine, offset: number): Hover | undefined {
  const found = line.kind === 'rule' ? operatorAt(line.text, offset - line.start) : undefined;
  return found && { span: shift(found, line.start), markdown: operatorEntry(found.row) };
}

/** The line that holds `offset`; lines are in order and do not overlap. */
function lineOf(model: CfModel, offset: number): CfLine | undefined {
  let low = 0;
  let high = model.lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = model.lines[middle]!;
    if (offset < line.start) high = middle - 1;
    else if (offset > line.end) low = middle + 1;
    else return line;
  }
  return undefined;
}

function inLine(line: CfLine, offset: number): Hover | undefined {
  switch (line.kind) {
    case 'option':
      return option(line, offset);
    case 'map':
      return map(line, offset);
    case 'mailer':
      return equate(line.equates, offset, 'MailerKeys');
    case 'filter':
      return equate(line.equates, offset, 'MilterKeys');
    case 'queue':
      return equate(line.equates, offset, 'QueueGroupKeys');
    default:
      return undefined;
  }
}

/** The name as sendmail knows it, and its entry; a shortened name leads to the whole one. */
export function optionText(line: CfLineOf<'option'>): { readonly name: string; readonly markdown: string } | undefined {
  const row = optionOf(findOption(line));
  if (!row) return undefined;
  const name = line.name.text.includes('.') ? line.name.text : row.name;
  const value = line.value.text.trim();
  const context: Context = { here: value === '' ? undefined : t('Here: {0}.', code(value)) };
  const known = optionRow(name);
  const markdown = known ? optionEntry(known, context) : otherOptionEntry(name, context);
  return markdown === undefined ? undefined : { name, markdown };
}

function option(line: CfLineOf<'option'>, offset: number): Hover | undefined {
  const text = optionText(line);
  if (!text) return undefined;
  if (contains(line.name, offset)) return { span: line.name, markdown: text.markdown };
  if (!contains(line.value, offset) || line.value.start === line.value.end) return undefined;
  return optionValue(line, text.name, offset) ?? { span: line.value, markdown: text.markdown };
}

function optionValue(line: CfLineOf<'option'>, name: string, offset: number): Hover | undefined {
  if (name === 'DaemonPortOptions') return pair(line.value, offset, 'DaemonKeys', 'DaemonModifiers');
  if (name === 'ClientPortOptions') return pair(line.value, offset, 'ClientKeys', 'ClientModifiers');
  const list = enumRows.get(optionRow(name)?.values ?? '');
  const word = list && at(wordsIn(line.text, shift(line.value, -line.start)), offset - line.start);
  const value = word && valueIn(list, word.text);
  return value && { span: shift(word, line.start), markdown: valueEntry(list, value) };
}

/** A `Key=value` of a listener; within the modifiers the letter. */
function pair(value: ListWord, offset: number, keys: string, modifiers: string): Hover | undefined {
  const inside = offset - value.start;
  const found = at(pairsIn(value.text, { start: 0, end: value.text.length }), inside);
  const list = enumRows.get(keys)!;
  const key = found && valueIn(list, found.key.text);
  if (!found || !key) return undefined;
  if (key.name === 'Modifiers' && found.value && contains(found.value, inside)) {
    const index = inside < found.value.end ? inside : inside - 1;
    const letters = enumRows.get(modifiers)!;
    const letter = valueIn(letters, value.text[index] ?? '');
    if (letter) return { span: shift({ start: index, end: index + 1 }, value.start), markdown: valueEntry(letters, letter) };
  }
  return {
    span: shift({ start: found.key.start, end: (found.value ?? found.key).end }, value.start),
    markdown: valueEntry(list, key),
  };
}

function map(line: CfLineOf<'map'>, offset: number): Hover | undefined {
  const type = mapTypeRows.get(line.className.text);
  const spec = parseMapSpec(`${line.className.text} ${line.rest.text}`);
  if (contains(line.className, offset) && type) {
    const command = spec && makemapCommand(spec);
    const todo = command === undefined ? undefined : t('after a change run {0}. No restart is needed.', code(command));
    return { span: line.className, markdown: mapEntry(type, { todo }) };
  }
  if (!contains(line.rest, offset)) return undefined;
  const own = parseMapSpec('x ' + line.rest.text);
  const flag = own && at(own.flags, offset - line.rest.start + 2);
  const row = flag && mapFlagOf(flag.text);
  return row && { span: shift(flag, line.rest.start - 2), markdown: mapEntry(row) };
}

function equate(equates: readonly CfEquate[], offset: number, keys: string): Hover | undefined {
  const found = equates.find((e) => e.key.start <= offset && offset <= e.value.end);
  const list = enumRows.get(keys)!;
  const key = found && valueIn(list, found.key.text);
  if (!found || !key) return undefined;
  if (keys === 'MailerKeys' && key.name === 'F' && contains(found.value, offset)) {
    const index = Math.min(offset - found.value.start, found.value.text.length - 1);
    const flag = mailerFlagRows.get(found.value.text[index] ?? '');
    if (flag) return { span: shift({ start: index, end: index + 1 }, found.value.start), markdown: mailerFlagEntry(flag) };
  }
  return { span: { start: found.key.start, end: found.value.end }, markdown: valueEntry(list, key) };
}

function at<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  return spans.find((s) => contains(s, offset));
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
