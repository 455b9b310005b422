/** The outline of an .mc file: what it sets and turns on, in its order; the lines of sendmail.cf within its sections below them. */
import { SymbolKind } from '../../kinds';
import type { OutlineNode } from '../../language';
import type { Span } from '../../text';
import { parseCf } from '../cf/parser';
import { symbolsOfCf } from '../cf/symbols';
import type { McCall, McModel, McSection, McText } from './model';
import { valueOf } from './model';
import { isBuiltin, isDirective } from './names';

const kinds: Readonly<Record<string, SymbolKind>> = {
  OSTYPE: SymbolKind.Namespace,
  DOMAIN: SymbolKind.Namespace,
  FEATURE: SymbolKind.Module,
  HACK: SymbolKind.Module,
  MAILER: SymbolKind.Class,
  MAIL_FILTER: SymbolKind.Interface,
  INPUT_MAIL_FILTER: SymbolKind.Interface,
  QUEUE_GROUP: SymbolKind.Interface,
  define: SymbolKind.Constant,
  include: SymbolKind.File,
  sinclude: SymbolKind.File,
};

/** Calls that set nothing one would look for. */
const left = new Set([
  'dnl',
  'divert',
  'VERSIONID',
  'undivert',
  'changequote',
  'changecom',
  'ifdef',
  'ifelse',
  'errprint',
  'undefine',
]);

/** The outline. Only what m4 runs is in it. */
export function symbolsOfMc(model: McModel): OutlineNode[] {
  const sections = new Map(model.sections.map((s) => [s.call, s]));
  const texts = textsBySection(model);
  const nodes: OutlineNode[] = [];
  let last: OutlineNode | undefined;
  for (const call of model.calls) {
    if (!call.runs || left.has(call.name) || (!isDirective(call.name) && (!isBuiltin(call.name) || !kinds[call.name]))) continue;
    // What is called within another call's arguments belongs to that call.
    if (last && call.span.end <= last.span.end && last.children === undefined) continue;
    const section = sections.get(call);
    const node = section ? sectionNode(model, section, texts.get(section) ?? []) : callNode(call);
    nodes.push(node);
    if (!section) last = node;
  }
  return nodes;
}

function callNode(call: McCall): OutlineNode {
  const first = valueOf(call, 0).trim();
  const named = first !== '' && kinds[call.name] !== undefined;
  const rest = call.args.slice(named ? 1 : 0).map((a) => a.text.trim());
  return {
    name: named ? first : call.name,
    detail: shorten(named && call.name !== 'define' ? [call.name, ...rest].join(' ').trim() : rest.join(', ')),
    kind: kinds[call.name] ?? SymbolKind.Property,
    span: call.span,
    selection: call.nameSpan,
  };
}

/** A section reaches to its last line that is not empty. */
function sectionNode(model: McModel, section: McSection, texts: readonly McText[]): OutlineNode {
  const { text } = model.source;
  const children: OutlineNode[] = [];
  for (const piece of texts) {
    for (const node of symbolsOfCf(parseCf(text.slice(piece.start, piece.end), true))) children.push(moved(node, piece.start));
  }
  let end = section.span.end;
  while (end > section.call.span.end && /\s/.test(text[end - 1]!)) end--;
  return {
    name: section.name,
    kind: SymbolKind.Namespace,
    span: { start: section.call.span.start, end: Math.max(end, section.call.span.end) },
    selection: section.call.nameSpan,
    children,
  };
}

/** The texts that reach sendmail.cf by the section they stand in. */
function textsBySection(model: McModel): Map<McSection, McText[]> {
  const sections = [...model.sections].sort((a, b) => a.span.start - b.span.start);
  const texts = model.texts.filter((piece) => piece.diversion >= 0).sort((a, b) => a.start - b.start);
  const found = new Map<McSection, McText[]>();
  let next = 0;
  for (const section of sections) {
    while (next < texts.length && texts[next]!.start < section.span.start) next++;
    const own: McText[] = [];
    for (; next < texts.length && texts[next]!.end <= section.span.end; next++) own.push(texts[next]!);
    found.set(section, own);
  }
  return found;
}

function moved(node: OutlineNode, by: number): OutlineNode {
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return { ...node, span: move(node.span), selection: move(node.selection) };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? line.slice(0, 79) + '…' : line;
}
