/** The report of a comparison as text, for a terminal and for an editor that makes links of its line numbers. */
import { t } from '@vscode/l10n';
import type { Side } from '../smtp/model';
import type { Span } from '../text';
import type { Change, CompareReport, Evidence, LogPlace, SessionPair, SessionPlace, Unpaired } from './report';
import { pairsIn, spreadOf, type SpreadSign } from './spread';
import { VERDICTS } from './verdict';

/** A number in the report's text that names a line of a log. Offsets in the text; `line` from 0. */
export interface LogLink extends Span {
  readonly side: Side;
  readonly line: number;
}

export interface ReportText {
  readonly text: string;
  readonly links: readonly LogLink[];
}

/** What each kind of difference looks like. */
export const MARKS: Readonly<Record<Change, string>> = { changed: '≠', withheld: '−', added: '+', timing: '⟲' };

/**
 * A report as text: the verdict first, then the evidence in order of weight with both lines, what proves nothing as a count,
 * what it means and what to do next. `names` are the logs' names in the order they were given to `compare`.
 */
export function reportText(report: CompareReport, names: readonly [string, string]): ReportText {
  const out = createWriter();
  const [client, server] = report.swapped ? [names[1], names[0]] : names;
  out.line(`${report.verdict}: ${lowerFirst(report.summary)}`);
  if (report.swapped) out.line(t("The first log is the server's: the sides were put right."));
  const shown = inOrder(report.pairs).slice(0, MOST_PAIRS);
  if (report.verdict !== 'none') {
    out.line();
    out.row(['', client], '', ['', server], '');
    for (const evidence of report.together ?? []) evidenceRow(out, evidence);
    for (const pair of shown) {
      if (pair.verdict === 'none') continue;
      if (report.pairs.length > 1 || report.silent) pairTitle(out, pair);
      for (const evidence of pair.evidence) if (evidence.weight !== 'neutral') evidenceRow(out, evidence);
    }
  } else if (report.pairs.length > 0 || report.silent) looked(out, report);
  counts(out, report, shown.length);
  spread(out, report);
  list(out, report.verdict === 'none' ? t('What this does not prove') : t('What it means'), report.meaning);
  list(out, report.verdict === 'none' ? t('To be surer') : t('Next'), report.next);
  unpaired(out, report);
  return out.done();
}

/** How many pairs of sessions are shown in full, and how many sessions without a partner. */
const MOST_PAIRS = 50;
const MOST_UNPAIRED = 10;
const CLIENT_WIDTH = 45;
const SERVER_WIDTH = 53;
const NUMBER_WIDTH = 6;

/** The pairs that differ most on top. */
function inOrder(pairs: readonly SessionPair[]): SessionPair[] {
  return [...pairs].sort((a, b) => VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) || b.points - a.points);
}

function pairTitle(out: Writer, pair: SessionPair): void {
  out.line();
  const what = pair.product === undefined ? pair.verdict : `${pair.verdict}: ${pair.product}`;
  out.row(
    ['', linesOf(pair.client), { ...pair.client, text: '' }],
    '',
    ['', linesOf(pair.server), { ...pair.server, text: '' }],
    what,
  );
}

/** `{}` stands for the numbers. */
function linesOf({ part }: SessionPlace): string {
  return part ? t('lines {0} and others', '{}') : t('lines {0}', '{}');
}

function evidenceRow(out: Writer, evidence: Evidence): void {
  const { client, server, weight, message, change } = evidence;
  out.row(
    client ? [client, client.text] : ['', ''],
    MARKS[change],
    server ? [server, server.text] : ['', ''],
    `${weight.padEnd(8)}  ${message}`,
  );
}

function looked(out: Writer, { pairs, silent }: CompareReport): void {
  const all = pairs.length + (silent?.pairs ?? 0);
  if (all === 0) return;
  out.line();
  out.line(t('Looked at:'));
  if (silent || all > 1) {
    out.line('  ' + t('{0} pairs of sessions, all without a sign', all));
    return;
  }
  for (const part of pairs[0]!.looked) {
    const result =
      part.result === 'equal' ? t('= equal') : part.result === 'different' ? t('≠ different') : t('○ not in the logs');
    out.part(part.what, result, part.client, part.server);
  }
}

function counts(out: Writer, report: CompareReport, shown: number): void {
  const kept = report.pairs.reduce((n, p) => n + p.evidence.filter((e) => e.weight === 'neutral').length, 0);
  const neutral = kept + (report.silent?.neutral ?? 0);
  if (neutral > 0)
    out.line(
      '  ' +
        (neutral === 1
          ? t('neutral: 1 difference that proves nothing')
          : t('neutral: {0} differences that prove nothing', neutral)),
    );
  if (report.verdict === 'none') return;
  const without = report.pairs.filter((p) => p.verdict === 'none').length;
  const silent = without + (report.silent?.pairs ?? 0);
  if (silent > 0)
    out.line(
      '  ' +
        (silent === 1 ? t('1 more pair of sessions, without a sign') : t('{0} more pairs of sessions, without a sign', silent)),
    );
  const hidden = report.pairs.length - without - Math.min(shown, report.pairs.length - without);
  if (hidden > 0) out.line('  ' + t('{0} more pairs of sessions with signs', hidden));
}

/** In how many sessions each sign appears. */
function spread(out: Writer, report: CompareReport): void {
  const all = pairsIn(report);
  const signs = spreadOf(report);
  if (all < 2 || signs.length === 0) return;
  out.line();
  out.line(t('How many of the {0} pairs of sessions show it:', all));
  for (const { pairs, weight, message } of signs)
    out.line(`${String(pairs).padStart(NUMBER_WIDTH)}  ${weight.padEnd(8)}  ${message}`);
  const some = onlySome(report, signs);
  if (some !== undefined) out.line(`  ${some}`);
}

/** What to make of signs that not every session shows; undefined where all do. */
export function onlySome(report: CompareReport, signs: readonly SpreadSign[]): string | undefined {
  if (signs.every((s) => s.pairs === pairsIn(report))) return undefined;
  return t(
    'Not every session shows every sign. See what those that do have in common: the client, the hour, the port, long mail.',
  );
}

function list(out: Writer, title: string, sentences: readonly string[]): void {
  if (sentences.length === 0) return;
  out.line();
  out.line(`${title}:`);
  for (const sentence of sentences) out.line(`  - ${sentence}`);
}

function unpaired(out: Writer, report: CompareReport): void {
  for (const side of ['client', 'server'] as const) {
    const all = report.unpaired[side];
    if (all.length === 0) continue;
    out.line();
    out.line(
      side === 'client'
        ? t("In the client's log alone, {0}:", sessions(all.length))
        : t("In the server's log alone, {0}:", sessions(all.length)),
    );
    for (const one of all.slice(0, MOST_UNPAIRED)) out.unpaired(one, side);
    if (all.length > MOST_UNPAIRED) out.line('  …');
  }
}

function sessions(count: number): string {
  return count === 1 ? t('1 session') : t('{0} sessions', count);
}

/** A sentence that goes on after a colon. */
export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

type Half = readonly [LogPlace | '', string, LogPlace?];

interface Writer {
  line(text?: string): void;
  row(client: Half, mark: string, server: Half, rest: string): void;
  part(what: string, result: string, client: LogPlace | undefined, server: LogPlace | undefined): void;
  unpaired(session: Unpaired, side: Side): void;
  done(): ReportText;
}

/** Collects lines, and where in them a line of a log is named. */
function createWriter(): Writer {
  const lines: string[] = [];
  const links: LogLink[] = [];
  let length = 0;
  let current = '';

  function line(text = ''): void {
    put(text);
    lines.push(current);
    length += current.length + 1;
    current = '';
  }

  function put(text: string): void {
    current += text;
  }

  /** Line numbers of a place, from 1, each a link: `5`, `5–15`, `5,13`. */
  function numbers(place: LogPlace | '', side: Side): void {
    if (place === '') return;
    const named = place.lines ?? (place.endLine > place.line ? [place.line, place.endLine] : [place.line]);
    const separator = place.lines ? ',' : '–';
    named.slice(0, MOST_NUMBERS).forEach((n, i) => {
      if (i > 0) put(separator);
      const start = length + current.length;
      put(String(n + 1));
      links.push({ start, end: length + current.length, side, line: n });
    });
    if (named.length > MOST_NUMBERS) put('…');
  }

  function half([place, text, inside]: Half, side: Side, width: number): void {
    const from = current.length;
    const label = place === '' ? 0 : numberLength(place);
    put(' '.repeat(Math.max(0, NUMBER_WIDTH - label)));
    numbers(place, side);
    put('  ');
    const [before = '', after] = inside ? text.split('{}') : [cut(text, width - (current.length - from))];
    put(before);
    if (inside) {
      numbers(inside, side);
      put(after ?? '');
    }
    put(' '.repeat(Math.max(1, width - (current.length - from))));
  }

  return {
    line,
    row(client, mark, server, rest) {
      half(client, 'client', CLIENT_WIDTH);
      put(`${mark || ' '} `);
      half(server, 'server', SERVER_WIDTH);
      put(rest);
      current = current.trimEnd();
      line();
    },
    part(what, result, client, server) {
      put(`  ${what.padEnd(24)}`);
      for (const [place, side] of [
        [client, 'client'],
        [server, 'server'],
      ] as const) {
        const from = current.length;
        numbers(place ?? '', side);
        put(' '.repeat(Math.max(1, 10 - (current.length - from))));
      }
      put(result);
      line();
    },
    unpaired({ line: first, endLine, reason }, side) {
      put('  ');
      numbers({ line: first, endLine, text: '' }, side);
      put(`  ${reason}`);
      line();
    },
    done: () => ({ text: lines.join('\n') + '\n', links }),
  };
}

const MOST_NUMBERS = 4;

function numberLength(place: LogPlace): number {
  const named = place.lines ?? (place.endLine > place.line ? [place.line, place.endLine] : [place.line]);
  const shown = named.slice(0, MOST_NUMBERS).map((n) => String(n + 1).length);
  return shown.reduce((a, b) => a + b, 0) + shown.length - 1 + (named.length > MOST_NUMBERS ? 1 : 0);
}

/** A text in at most `width` characters, controls made visible. */
function cut(text: string, width: number): string {
  const visible = text.replace(/[\x00-\x1f\x7f]/g, ' ');
  const characters = [...visible];
  return characters.length <= width - 1 ? visible : characters.slice(0, Math.max(1, width - 2)).join('') + '…';
}
