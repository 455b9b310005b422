/**
 * Reads an .mc file as m4 does, with what cf.m4 brings. A file that m4 would give up on is read a second time, in the way it was
 * most likely meant (recover.ts), so that one lost quote does not hide all the rest.
 */
import { createSource, lineAt, lineText } from '../../text';
import type { Source } from '../../text';
import { builtinMacros } from '../../routing/m4/builtins';
import { argumentText, createM4, runM4 } from '../../routing/m4/engine';
import { plainText } from '../../routing/m4/pieces';
import { isBlank } from '../../routing/m4/reader';
import type { Definition, M4, M4Argument, M4Call, M4Fault } from '../../routing/m4/state';
import { isBuiltin, isDirective, isPackaged } from './names';
import { loadCf } from './macros';
import type { McArgument, McCall, McComment, McContext, McFault, McModel, McSection, McText } from './model';
import { createRecovery } from './recover';
import type { Recovery } from './recover';
import { scanCalls } from './scanner';

/** The model of an .mc file. Takes any text, never throws; all ranges lie inside the text. */
export function parseMc(text: string): McModel {
  const source = createSource(text);
  const first = read(source);
  if (!first.fault) return finish(source, first);
  const recovery = createRecovery(text);
  return {
    ...finish(source, read(source, recovery), recovery.faults),
    damaged: true,
    endsIn: first.fault.kind,
    lastArgument: first.fault.kind === 'call' ? first.fault.argument : undefined,
  };
}

interface Reading {
  readonly m4: M4;
  readonly run: McCall[];
  readonly texts: McText[];
  readonly comments: McComment[];
  readonly sections: { call: McCall; diversion: number }[];
  readonly openCalls: McCall[];
  readonly fault: M4Fault | undefined;
}

function read(source: Source, recovery?: Recovery): Reading {
  const { text } = source;
  const lookup: Lookup = { source, hashLines: new Map(), trimmed: new Map() };
  const run: McCall[] = [];
  const texts: McText[] = [];
  const comments: McComment[] = [];
  const sections: { call: McCall; diversion: number }[] = [];
  const openCalls: McCall[] = [];
  const m4: M4 = createM4(macros(), {
    call(call) {
      if (!isDirective(call.name) && !isBuiltin(call.name) && !call.definition.definedBy) return;
      const mine = toCall(lookup, call, run.length);
      run.push(mine);
      if (isDirective(call.name) || call.name === 'divert') sections.push({ call: mine, diversion: m4.diversion });
    },
    output(piece, from, exact, diversion) {
      if (!exact) return;
      const last = texts.at(-1);
      if (last && last.end === from && last.diversion === diversion) {
        texts[texts.length - 1] = { ...last, end: from + piece.length, text: last.text + piece };
      } else texts.push({ start: from, end: from + piece.length, text: piece, diversion });
    },
    comment(start, end, kind) {
      comments.push({ start, end, kind });
    },
    ...(recovery && {
      stringEnd: (start: number) => recovery.stringEnd(m4, start),
      endsCalls: (start: number, word: string, around: M4['frames']) => recovery.endsCalls(start, word, around),
      fault: (call: M4Call) => openCalls.push(toCall(lookup, call)),
    }),
  });
  if (!includesCf(text)) loadCf(m4);
  const fault = runM4(m4, text);
  return { m4, run, texts, comments, sections, openCalls, fault };
}

function macros(): [string, Definition][] {
  const include: Definition = {
    blind: true,
    builtin: (m4, call) => {
      const name = argumentText(call, 1);
      if (/(^|\/)cf\.m4$/.test(name)) loadCf(m4);
      else if (!isPackaged(name)) m4.uncertain = true;
      return undefined;
    },
  };
  return [...builtinMacros(), ['include', include], ['sinclude', include]];
}

/** True if the file brings cf.m4 itself; else it is read as if cf.m4 stood in front, as the Makefiles of Debian and Red Hat do it. */
function includesCf(text: string): boolean {
  for (let at = text.indexOf('cf.m4'); at >= 0; at = text.indexOf('cf.m4', at + 1)) {
    const before = text.slice(Math.max(0, at - 400), at);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const behind = text.slice(at + 5, at + 40);
    // A quote damaged to @# still shows what was meant.
    if (/\bs?include\((?:\s*`)?[^`'()]*$/.test(line) && !/^\s*dnl\b/.test(line) && /^('|@#)?\s*(\)|$)/.test(behind)) return true;
  }
  return false;
}

/** What is looked up in the text again and again; each answer is found once, so that the time stays linear. */
interface Lookup {
  readonly source: Source;
  readonly hashLines: Map<number, boolean>;
  readonly trimmed: Map<number, number>;
}

function toCall(lookup: Lookup, call: M4Call, order = -1): McCall {
  const { name, nameStart, nameEnd, open, closed, depth, diversion } = call;
  const end = Math.max(call.end, nameEnd);
  return {
    name,
    nameSpan: { start: nameStart, end: call.exact ? nameEnd : nameStart },
    span: { start: nameStart, end: closed ? end : trimEnd(lookup, nameEnd, end) },
    open,
    args: call.args.map((a) => toArgument(lookup, a)),
    depth,
    context: contextOf(lookup, call),
    runs: true,
    order,
    closed,
    diversion,
  };
}

function toArgument(lookup: Lookup, argument: M4Argument): McArgument {
  const { text } = lookup.source;
  const { rawStart, rawEnd, pieces } = argument;
  let start = rawStart;
  while (start < rawEnd && isBlank(text[start]!)) start++;
  const end = trimEnd(lookup, start, rawEnd);
  const only = pieces.length === 1 ? pieces[0] : undefined;
  const inQuotes = text[start] === '`' && end > start + 1;
  const quoted = inQuotes && (only ? only.exact && only.from === start + 1 : pieces.length === 0 && end === start + 2);
  return {
    text: plainText(pieces),
    span: quoted ? { start: start + 1, end: start + 1 + (only?.text.length ?? 0) } : { start, end },
    rawSpan: { start: rawStart, end: rawEnd },
    quoted,
    pieces,
  };
}

function contextOf({ source, hashLines }: Lookup, call: M4Call): McContext {
  if (call.exact) {
    const line = lineAt(source, call.nameStart);
    let hash = hashLines.get(line);
    if (hash === undefined) hashLines.set(line, (hash = lineText(source, line).trimStart().startsWith('#')));
    if (hash) return 'hash';
  }
  return call.diversion < 0 ? 'divert' : 'live';
}

/** The place behind the last character before `end` that is no blank, but not before `start`. */
function trimEnd({ source, trimmed }: Lookup, start: number, end: number): number {
  let at = trimmed.get(end);
  if (at === undefined) {
    at = end;
    while (at > 0 && isBlank(source.text[at - 1]!)) at--;
    trimmed.set(end, at);
  }
  return Math.max(start, at);
}

function finish(source: Source, reading: Reading, found: readonly McFault[] = []): McModel {
  const faults = [...found];
  const { text } = source;
  for (const call of reading.openCalls) {
    if (call.open !== undefined) faults.push({ kind: 'open-call', ...call.nameSpan, call, endsAt: call.span.end });
  }
  return {
    source,
    calls: allCalls(text, reading),
    run: reading.run,
    texts: reading.texts,
    comments: reading.comments,
    sections: sectionsOf(text, reading),
    faults: faults.sort((a, b) => a.start - b.start),
    output: reading.m4.diversions,
    damaged: false,
    uncertain: reading.m4.uncertain || reading.m4.stopped,
  };
}

/** The calls that ran, and those that stand where m4 does not run them: behind dnl, in texts kept for later, in branches not taken. */
function allCalls(text: string, reading: Reading): McCall[] {
  const seen = new Set<number>();
  const calls = reading.run.filter((call) => {
    if (seen.has(call.span.start) || call.nameSpan.start === call.nameSpan.end) return false;
    seen.add(call.span.start);
    return true;
  });
  for (const comment of reading.comments) {
    for (const call of scanCalls(text, comment, comment.kind === 'dnl' ? 'dnl' : 'comment'))
      if (!seen.has(call.span.start)) calls.push(call);
  }
  const kept = new Set(['define', 'pushdef', 'ifdef', 'ifelse', 'm4wrap', 'errprint']);
  for (const call of reading.run) {
    if (call.depth > 0 || !kept.has(call.name) || call.open === undefined) continue;
    for (const inner of scanCalls(text, { start: call.open + 1, end: call.span.end }, 'quoted')) {
      if (seen.has(inner.span.start)) continue;
      seen.add(inner.span.start);
      calls.push(inner);
    }
  }
  return calls.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function sectionsOf(text: string, reading: Reading): McSection[] {
  const sections: McSection[] = [];
  let current: { call: McCall; diversion: number } | undefined;
  const end = (at: number): void => {
    if (current && at >= current.call.span.end)
      sections.push({ name: current.call.name, call: current.call, span: { start: current.call.span.end, end: at } });
  };
  for (const s of reading.sections) {
    if (s.call.name !== 'divert' && !opensSection(s.call.name)) continue;
    end(s.call.span.start);
    current = s.call.name === 'divert' ? undefined : s;
  }
  end(text.length);
  return sections;
}

function opensSection(name: string): boolean {
  return name.startsWith('LOCAL_') || name === 'MAILER_DEFINITIONS';
}
