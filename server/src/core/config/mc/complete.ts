/** Completion in an .mc file: macros at the start of a line, names and values within calls, with the quotes they need. */
import { CompletionItemKind } from '../../kinds';
import { t } from '@vscode/l10n';
import type { Completion } from '../../language';
import { conf, type ConfRow } from '../../knowledge/conf';
import { defines } from '../../knowledge/defines';
import { directives } from '../../knowledge/directives';
import { features, type FeatureRow } from '../../knowledge/features';
import { mailers } from '../../knowledge/mailers';
import { domains, hacks, ostypes, type NamedFileRow } from '../../knowledge/ostypes';
import type { Span } from '../../text';
import { lineAt, lineSpan } from '../../text';
import {
  builtinEntry,
  builtinRows,
  confEntry,
  defineEntry,
  directiveEntry,
  featureEntry,
  fileEntry,
  mailerEntry,
} from '../entries';
import { completeCf } from '../cf/complete';
import { parseCf } from '../cf/parser';
import { argumentValues, pairItems, valuesOf, type Choices } from './choices';
import type { McModel } from './model';
import { isLast, slotAt, wordAround, wrapping, type Slot } from './slot';
import { snippets } from './snippets';
import { namesUsed, valueIn } from './values';

/** What fits at the cursor; empty in comments and where anything may be written. */
export function completeMc(model: McModel, offset: number): Completion[] {
  if (model.comments.some((c) => c.start + 2 < offset && offset <= c.end && (c.kind === 'dnl' || c.start < offset))) return [];
  const slot = slotAt(model, offset);
  if (slot) return inSlot(model, slot, offset);
  const macros = atLineStart(model, offset);
  return macros.length > 0 ? macros : inCfLine(model, offset);
}

/** In a line that the file writes into sendmail.cf what fits there. */
function inCfLine(model: McModel, offset: number): Completion[] {
  const line = lineSpan(model.source, lineAt(model.source, offset));
  if (offset === line.start || !model.sections.some((s) => s.span.start <= line.start && line.start < s.span.end)) return [];
  const cf = parseCf(model.source.text.slice(line.start, line.end), true);
  return completeCf(cf, offset - line.start).map((item) => ({
    ...item,
    span: { start: item.span.start + line.start, end: item.span.end + line.start },
  }));
}

function inSlot(model: McModel, slot: Slot, offset: number): Completion[] {
  const { call, index } = slot;
  const names = (): Span => wordAround(model, slot, offset, ', \t()');
  switch (call.name) {
    case 'FEATURE':
      return index === 0 ? featureItems(model, slot, names()) : choices(model, slot, offset, argumentValues(model, slot));
    case 'MAILER':
      return index === 0 ? mailerItems(model, slot, names()) : [];
    case 'OSTYPE':
      return index === 0 ? fileItems(model, slot, names(), 'OSTYPE', ostypes) : [];
    case 'DOMAIN':
      return index === 0 ? fileItems(model, slot, names(), 'DOMAIN', domains) : [];
    case 'HACK':
      return index === 0 ? fileItems(model, slot, names(), 'HACK', hacks) : [];
    case 'define':
    case 'pushdef':
      return index === 0 ? nameItems(model, slot, names(), true) : choices(model, slot, offset, valuesOf(model, slot, offset));
    case 'undefine':
    case 'defn':
    case 'popdef':
      return nameItems(model, slot, names(), false);
    case 'ifdef':
    case 'ifelse':
      return index === 0 ? nameItems(model, slot, names(), false) : atLineStart(model, offset);
    case 'DAEMON_OPTIONS':
    case 'CLIENT_OPTIONS':
    case 'MAIL_FILTER':
    case 'INPUT_MAIL_FILTER':
    case 'QUEUE_GROUP':
      return choices(model, slot, offset, pairItems(model, slot, offset));
    default:
      return choices(model, slot, offset, argumentValues(model, slot));
  }
}

/** Macros, where a word stands alone on its line or in a branch of ifdef. */
function atLineStart(model: McModel, offset: number): Completion[] {
  const { text } = model.source;
  const line = lineSpan(model.source, lineAt(model.source, offset));
  let start = offset;
  while (start > line.start && /\w/.test(text[start - 1]!)) start--;
  let end = offset;
  while (end < line.end && /\w/.test(text[end]!)) end++;
  if (!/(^|`|dnl)\s*$/.test(text.slice(line.start, start)) || /^\d/.test(text.slice(start, end))) return [];
  const span = { start, end };
  const called = text[end] === '(';
  const rest = text.slice(end, line.end).trim();
  const items: Completion[] = [];
  const add = (name: string, documentation: string, rank: number, snippet: string): void => {
    const plain = called || rest !== '';
    items.push({
      label: name,
      kind: CompletionItemKind.Function,
      span,
      text: called ? name : plain ? snippet.replace(/dnl$/, '') : snippet,
      snippet: !called,
      documentation,
      sort: `${rank}${name}`,
    });
  };
  const hasOstype = namesUsed(model, 'OSTYPE').size > 0;
  for (const row of directives) {
    const rank = row.name === 'OSTYPE' ? (hasOstype ? 3 : 0) : common.has(row.name) ? 1 : 2;
    add(
      row.name,
      directiveEntry(row),
      rank,
      snippets[row.name] ?? (row.opensSection ? `${row.name}\n$0` : `${row.name}(\`$1')dnl`),
    );
  }
  for (const name of builtinsOffered) add(name, builtinEntry(builtinRows.get(name)!), name === 'define' ? 1 : 3, snippets[name]!);
  return items;
}

const common = new Set(['FEATURE', 'MAILER', 'MASQUERADE_AS', 'DAEMON_OPTIONS', 'DOMAIN']);
const builtinsOffered = ['define', 'undefine', 'dnl', 'divert', 'include', 'ifdef'];

function featureItems(model: McModel, slot: Slot, span: Span): Completion[] {
  const used = namesUsed(model, 'FEATURE');
  return features.map((row) =>
    nameItem(model, slot, span, {
      label: row.name,
      kind: CompletionItemKind.Module,
      detail: row.deprecated ? t('obsolete') : (row.mapName && t('table {0}', row.mapName)) || row.vendor,
      documentation: featureEntry(row),
      deprecated: row.deprecated !== undefined,
      rank: row.deprecated ? 3 : row.dangerous || row.vendor ? 2 : used.has(row.name) ? 1 : 0,
      more: requiredArguments(row),
    }),
  );
}

/** Places for the arguments a feature cannot do without. */
function requiredArguments(row: FeatureRow): string[] {
  return row.args
    .filter((a) => !a.optional)
    .map((a, i) => (a.values && !a.open ? `\${${i + 1}|${a.values.join(',')}|}` : `\${${i + 1}:${escaped(a.name)}}`));
}

function mailerItems(model: McModel, slot: Slot, span: Span): Completion[] {
  const used = namesUsed(model, 'MAILER');
  return mailers.map((row) =>
    nameItem(model, slot, span, {
      label: row.name,
      kind: CompletionItemKind.Module,
      detail: used.has(row.name) ? t('already there') : row.defines.join(', '),
      documentation: mailerEntry(row),
      rank: (used.has(row.name) ? 2 : 0) + (row.name === 'smtp' || row.name === 'local' ? 0 : 1),
    }),
  );
}

function fileItems(
  model: McModel,
  slot: Slot,
  span: Span,
  macro: 'OSTYPE' | 'DOMAIN' | 'HACK',
  rows: readonly NamedFileRow[],
): Completion[] {
  return rows.map((row) =>
    nameItem(model, slot, span, {
      label: row.name,
      kind: CompletionItemKind.Module,
      documentation: fileEntry(macro, row),
      rank: 0,
    }),
  );
}

/** Names that `define` sets; with `value`, its second argument is written too. */
function nameItems(model: McModel, slot: Slot, span: Span, value: boolean): Completion[] {
  const items = conf.map((row) => {
    const set = valueIn(model, row.name) !== undefined;
    return nameItem(model, slot, span, {
      label: row.name,
      kind: CompletionItemKind.Variable,
      detail: row.obsolete ? t('obsolete') : (row.option ?? row.thing),
      documentation: confEntry(row),
      deprecated: row.obsolete !== undefined,
      rank: row.obsolete ? 3 : set === value ? 1 : 0,
      more: value ? [placeholder(row)] : [],
    });
  });
  const known = new Set(conf.map((r) => r.name));
  for (const row of defines.filter((r) => !known.has(r.name))) {
    items.push(
      nameItem(model, slot, span, {
        label: row.name,
        kind: CompletionItemKind.Variable,
        detail: row.default,
        documentation: defineEntry(row),
        rank: (valueIn(model, row.name) !== undefined) === value ? 1 : 0,
        more: value ? [row.default === undefined ? '$1' : `\${1:${escaped(row.default)}}`] : [],
      }),
    );
  }
  return items;
}

function placeholder(row: ConfRow): string {
  if (row.type === 'bool') return row.default === 'True' || row.default === 'true' ? '${1|False,True|}' : '${1|True,False|}';
  return row.default === undefined || row.default.includes('\n') ? '$1' : `\${1:${escaped(row.default)}}`;
}

interface NameItem {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  readonly documentation: string;
  readonly deprecated?: boolean;
  readonly rank: number;
  /** Further arguments, as snippets. */
  readonly more?: readonly string[];
}

/** An item that is the whole value of an argument, with quotes and what else the call lacks. */
function nameItem(model: McModel, slot: Slot, span: Span, item: NameItem): Completion {
  const { before, after } = wrapping(model, slot, span);
  const more = isLast(model, slot, span) ? (item.more ?? []).map((m) => "', `" + m).join('') : '';
  const snippet = more !== '';
  return {
    label: item.label,
    kind: item.kind,
    span,
    text: before + item.label + more + after,
    ...(snippet && { snippet }),
    ...(item.detail && { detail: item.detail }),
    documentation: item.documentation,
    ...(item.deprecated && { deprecated: true }),
    sort: `${item.rank}${item.label}`,
  };
}

/** Items that are a part of a value: a flag, a key, a letter. */
function choices(model: McModel, slot: Slot, offset: number, found: Choices): Completion[] {
  if (found.items.length === 0) return [];
  const span = found.stops === '' ? { start: offset, end: offset } : wordAround(model, slot, offset, found.stops);
  const { before, after } = wrapping(model, slot, span);
  return found.items.map((item, i) => ({
    label: item.label,
    kind: CompletionItemKind.EnumMember,
    span,
    text: before + (item.text ?? item.label) + (item.text === undefined ? after : after.replace(/^'+\)dnl$/, '')),
    ...(item.detail && { detail: item.detail }),
    ...(item.documentation && { documentation: item.documentation }),
    sort: String(i).padStart(3, '0'),
  }));
}

/** Text for a snippet, in which `$`, `}` and a backslash mean something. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
