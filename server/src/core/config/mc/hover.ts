/** Hover in an .mc file: what the name under the cursor is, and what it means in this file. */
import { t } from '@vscode/l10n';
import type { Hover } from '../../language';
import type { EnumRow } from '../../knowledge/enums';
import { contains, lineAt, lineSpan, type Span } from '../../text';
import {
  builtinEntry,
  builtinRows,
  confEntry,
  confRows,
  type Context,
  defineEntry,
  defineRows,
  directiveEntry,
  directiveRows,
  domainRows,
  enumRows,
  featureEntry,
  featureRows,
  fileEntry,
  hackRows,
  mailerEntry,
  mailerFlagEntry,
  mailerFlagRows,
  mailerRows,
  mapEntry,
  mapFlagOf,
  mapTypeRows,
  optionEntry,
  optionRow,
  ostypeRows,
  valueEntry,
  valueIn,
} from '../entries';
import { hoverCf } from '../cf/hover';
import { cfNameEntry, cfNamesIn } from '../cf/names';
import { parseCf } from '../cf/parser';
import { parseMapSpec } from '../mapSpec';
import { defined, directiveContext, featureContext, joined, settingOf, standing } from './here';
import { pairsIn, wordsIn } from '../lists';
import type { McArgument, McCall, McModel } from './model';
import { argumentAt, callAt, valueOf } from './model';

/** What is under the cursor: Markdown and the range it is about; undefined where nothing is known. */
export function hoverMc(model: McModel, offset: number): Hover | undefined {
  const place = argumentAt(model, offset);
  if (place) {
    const found = inArgument(model, place.call, place.index, place.argument, offset);
    if (found) return found;
  }
  const call = callAt(model, offset);
  if (call && contains(call.nameSpan, offset)) return onName(model, call);
  const cfLine = inCfLine(model, offset);
  if (cfLine) return cfLine;
  const word = onWord(model, offset);
  if (word || !place || !contains(place.argument.span, offset)) return word;
  return onName(model, place.call, place.argument.span);
}

/** In the lines that the file writes into sendmail.cf what such a line says; in values the macros that they name. */
function inCfLine(model: McModel, offset: number): Hover | undefined {
  const line = lineSpan(model.source, lineAt(model.source, offset));
  const text = model.source.text.slice(line.start, line.end);
  const at = (span: Span, markdown: string): Hover => ({
    span: { start: span.start + line.start, end: span.end + line.start },
    markdown,
  });
  if (model.sections.some((s) => s.span.start <= line.start && line.end <= s.span.end) && !text.startsWith('#')) {
    const found = hoverCf(parseCf(text, true), offset - line.start);
    if (found) return at(found.span, found.markdown);
  }
  const name = cfNamesIn(text).find(
    (n) => n.start + line.start <= offset && offset <= n.end + line.start && text[n.start] === '$',
  );
  const markdown = name && cfNameEntry(name.kind, name.name);
  return markdown === undefined ? undefined : at(name!, markdown);
}

function onName(model: McModel, call: McCall, span: Span = call.nameSpan): Hover | undefined {
  const row = directiveRows.get(call.name);
  if (row) return { span, markdown: directiveEntry(row, directiveContext(model, call)) };
  const builtin = builtinRows.get(call.name);
  return builtin && { span, markdown: builtinEntry(builtin, { here: standing(call) }) };
}

/** A word anywhere else: in a value, in a comment, in lines meant for sendmail.cf. */
function onWord(model: McModel, offset: number): Hover | undefined {
  const { text } = model.source;
  const line = lineSpan(model.source, lineAt(model.source, offset));
  const span = wordsIn(text, line).find((w) => contains(w, offset));
  if (!span) return undefined;
  const name = nameEntry(model, span.text, {});
  if (name) return { span, markdown: name };
  const directive = directiveRows.get(span.text);
  if (directive) return { span, markdown: directiveEntry(directive) };
  const option = text[line.start] === 'O' && /^O\s+$/.test(text.slice(line.start, span.start)) ? optionRow(span.text) : undefined;
  return option && { span, markdown: optionEntry(option) };
}

function inArgument(model: McModel, call: McCall, index: number, argument: McArgument, offset: number): Hover | undefined {
  const { span } = argument;
  if (!contains(span, offset)) return undefined;
  const name = argument.text.trim();
  const here = standing(call);
  const hover = (markdown: string | undefined): Hover | undefined => (markdown === undefined ? undefined : { span, markdown });
  switch (call.name) {
    case 'FEATURE':
      return index === 0 ? hover(feature(model, call, name)) : featureArgument(model, call, index, argument, offset);
    case 'MAILER':
      return index === 0 ? hover(map(mailerRows.get(name), (r) => mailerEntry(r, { here }))) : undefined;
    case 'OSTYPE':
      return index === 0 ? hover(map(ostypeRows.get(name), (r) => fileEntry('OSTYPE', r, { here }))) : undefined;
    case 'DOMAIN':
      return index === 0 ? hover(map(domainRows.get(name), (r) => fileEntry('DOMAIN', r, { here }))) : undefined;
    case 'HACK':
      return index === 0 ? hover(map(hackRows.get(name), (r) => fileEntry('HACK', r, { here }))) : undefined;
    case 'define':
    case 'pushdef':
      return index === 0 ? hover(nameEntry(model, name, defined(model, call))) : valueOfName(model, call, argument, offset);
    case 'undefine':
    case 'defn':
    case 'ifdef':
    case 'popdef':
      return index === 0 ? hover(nameEntry(model, name, { here: here ?? settingOf(model, name) })) : undefined;
    case 'DAEMON_OPTIONS':
      return pair(model, argument, offset, 'DaemonKeys', 'DaemonModifiers');
    case 'CLIENT_OPTIONS':
      return pair(model, argument, offset, 'ClientKeys', 'ClientModifiers');
    case 'MAIL_FILTER':
    case 'INPUT_MAIL_FILTER':
      return index === 1 ? pair(model, argument, offset, 'MilterKeys') : undefined;
    case 'QUEUE_GROUP':
      return index === 1 ? pair(model, argument, offset, 'QueueGroupKeys') : undefined;
    case 'MODIFY_MAILER_FLAGS':
      return index === 1 ? mailerFlag(model, span, offset, { here }) : undefined;
    default:
      return undefined;
  }
}

/** A letter of a mailer's flags. */
function mailerFlag(model: McModel, span: Span, offset: number, context: Context): Hover | undefined {
  const at = offset < span.end ? offset : offset - 1;
  const row = at < span.start ? undefined : mailerFlagRows.get(model.source.text[at]!);
  return row && { span: { start: at, end: at + 1 }, markdown: mailerFlagEntry(row, context) };
}

function feature(model: McModel, call: McCall, name: string): string | undefined {
  const row = featureRows.get(name);
  return row && featureEntry(row, joined({ here: standing(call) }, featureContext(model, call)));
}

/** A value of its own, or part of a map spec. */
function featureArgument(model: McModel, call: McCall, index: number, argument: McArgument, offset: number): Hover | undefined {
  const row = featureRows.get(valueOf(call, 0));
  if (!row) return undefined;
  const whole = { span: argument.span, markdown: feature(model, call, row.name)! };
  if (row.args[index - 1]?.name !== 'map spec' && row.args[index - 1]?.name !== 'mail host map') return whole;
  const text = model.source.text.slice(argument.span.start, argument.span.end);
  const spec = parseMapSpec(text);
  const at = offset - argument.span.start;
  const shifted = (s: Span): Span => ({ start: s.start + argument.span.start, end: s.end + argument.span.start });
  if (spec && contains(spec.type, at)) {
    const type = mapTypeRows.get(spec.type.text);
    if (type) return { span: shifted(spec.type), markdown: mapEntry(type) };
  }
  const flag = spec?.flags.find((f) => contains(f, at));
  const flagRow = flag && mapFlagOf(flag.text);
  return flagRow ? { span: shifted(flag), markdown: mapEntry(flagRow) } : whole;
}

function nameEntry(model: McModel, name: string, context: Context): string | undefined {
  const confRow = confRows.get(name);
  if (confRow) return confEntry(confRow, context);
  const row = defineRows.get(name);
  return row && defineEntry(row, context);
}

/** The value of a define: a flag of a list, else what the name is. */
function valueOfName(model: McModel, call: McCall, argument: McArgument, offset: number): Hover | undefined {
  if (valueOf(call, 0).endsWith('_MAILER_FLAGS') || valueOf(call, 0) === 'LOCAL_SHELL_FLAGS') {
    const flag = mailerFlag(model, argument.span, offset, {});
    if (flag) return flag;
  }
  const row = confRows.get(valueOf(call, 0));
  const list = row?.values ? enumRows.get(row.values) : undefined;
  if (list) {
    const found = listValue(model, list, argument.span, offset);
    if (found) return found;
  }
  return onWord(model, offset) ?? whole(nameEntry(model, valueOf(call, 0), defined(model, call)), argument.span);
}

function listValue(model: McModel, list: EnumRow, span: Span, offset: number): Hover | undefined {
  const { text } = model.source;
  const word = wordsIn(text, span).find((w) => contains(w, offset));
  const value = word && valueIn(list, word.text);
  if (!value) return undefined;
  const off = list.name.endsWith('SSLOptions') || list.name === 'ResolverOptions' ? text[word.start - 1] === '-' : false;
  return { span: word, markdown: valueEntry(list, value, { here: off ? t('Here: turned off.') : undefined }) };
}

/** A `Key=value` of a list: its key, or within the value a modifier or a word. */
function pair(model: McModel, argument: McArgument, offset: number, keys: string, modifiers?: string): Hover | undefined {
  const { text } = model.source;
  const found = pairsIn(text, argument.span).find((p) => contains(p, offset));
  const list = enumRows.get(keys)!;
  const key = found && valueIn(list, found.key.text);
  if (!found || !key) return undefined;
  if (found.value && contains(found.value, offset)) {
    if (key.name === 'Modifiers' && modifiers) {
      const letter = text.slice(offset, offset + 1) && offset < found.value.end ? offset : offset - 1;
      const row = enumRows.get(modifiers)!;
      const value = valueIn(row, text[letter] ?? '');
      if (value) return { span: { start: letter, end: letter + 1 }, markdown: valueEntry(row, value) };
    }
    const mode = key.name === 'DeliveryMode' ? enumRows.get('DeliveryMode')! : undefined;
    const value = mode && valueIn(mode, found.value.text);
    if (value) return { span: found.value, markdown: valueEntry(mode, value) };
  }
  const span = found.value ? { start: found.key.start, end: found.value.end } : found.key;
  return { span, markdown: valueEntry(list, key) };
}

function whole(markdown: string | undefined, span: Span): Hover | undefined {
  return markdown === undefined ? undefined : { span, markdown };
}

function map<T, R>(value: T | undefined, change: (value: T) => R): R | undefined {
  return value === undefined ? undefined : change(value);
}
