/** The ladder of one pair of sessions as HTML: a list, one item a step, readable without seeing it. */
import { t } from '@vscode/l10n';
import type { Side } from '../../smtp/model';
import type { Change } from '../report';
import { MARKS } from '../text';
import { escape } from './escape';
import { wordOf } from './ladder';
import { rangeText, type End, type Fold, type Ladder, type Pause, type Rung, type Step } from './model';

/** What a ladder's HTML depends on beside the ladder. */
export interface Place {
  /** Stands before every id: `p3`. */
  readonly id: string;
  /** The logs' names. */
  readonly names: Readonly<Record<Side, string>>;
  /** Names of the logs' formats. */
  readonly formats: Readonly<Record<Side, string>>;
  /** Which of the page's logs each side is; line numbers are links if set. */
  readonly logs?: Readonly<Record<Side, number>>;
}

/** The ladder with its head and key. `refs` are the ids of the evidence, by index. */
export function ladderHtml(ladder: Ladder, place: Place, refs: readonly (string | undefined)[]): string {
  const { counts, exchanges, identical, clocks } = ladder;
  const title =
    exchanges === identical
      ? t('{0} exchanges, all identical', exchanges)
      : t('{0} exchanges, {1} identical', exchanges, identical);
  const keys = (Object.keys(counts) as Change[]).filter((c) => counts[c] > 0);
  const key = keys.map((c) => `<span class="${c}"><b aria-hidden="true">${MARKS[c]}</b>${escape(wordOf(c))} ${counts[c]}</span>`);
  const hasClock = ladder.rungs.some((r) => r.clock !== undefined);
  const foot = [
    ...(ladder.left > 0 ? [t('{0} more rows are left out.', ladder.left)] : []),
    ...(clocks.client !== clocks.server ? [t('{0} has no clock.', place.names[clocks.client ? 'server' : 'client'])] : []),
    ...(counts.timing > 0 ? [t('Order across the two sides is known only where one caused the other.')] : []),
  ];
  return (
    `<div class="bar"><h2 id="${place.id}t">${escape(title)}</h2><p class="keys">${key.join('')}</p></div>` +
    `<div class="ladder${hasClock ? ' clock' : ''}${marked(ladder) ? '' : ' same'}${ladder.rungs.length > LONG ? ' long' : ''}${widthClass(ladder)}">${headsHtml(place, hasClock)}` +
    `<ol aria-labelledby="${place.id}t">${rungsHtml(ladder, place, refs)}</ol></div>` +
    (foot.length > 0 ? `<p class="foot">${escape(foot.join(' '))}</p>` : '')
  );
}

/** From so many rungs on only those in view are laid out, with their marks inside of them. */
const LONG = 300;

/** Whether a row has a word beside it. */
function marked({ rungs }: Ladder): boolean {
  return rungs.some((r) => r.kind !== 'pause' && (r.change !== undefined || r.word !== undefined));
}

/** Line numbers are never cut: their columns are as wide as the longest asks for. */
function widthClass({ rungs }: Ladder): string {
  let longest = 0;
  for (const rung of rungs) {
    if (rung.kind === 'pause') continue;
    for (const end of [rung.client, rung.server]) if (end) longest = Math.max(longest, rangeText(end).length);
  }
  return longest > 13 ? ' w3' : longest > 9 ? ' w2' : longest > 5 ? ' w1' : '';
}

function headsHtml({ names, formats }: Place, hasClock: boolean): string {
  const head = (side: Side, word: string): string =>
    `<div class="head${side === 'server' ? ' srv' : ''}"><b>${escape(word)}</b><small>${escape(`${names[side]} · ${formats[side]}`)}</small></div>`;
  const clock = hasClock ? `<span class="tm">${escape(t('clock'))}</span>` : '';
  return `<div class="heads">${head('client', t('client'))}${head('server', t('server'))}${clock}</div>`;
}

function rungsHtml({ rungs, left }: Ladder, place: Place, refs: readonly (string | undefined)[]): string {
  const inMiddle = (r: Rung | undefined): boolean =>
    r !== undefined && r.kind !== 'fold' && (r.kind === 'pause' || r.change !== undefined);
  return rungs
    .map((rung, i) => {
      // What stands between is one bar over the rows in which it shows; a pause alone shows nothing of it.
      const before = inMiddle(rungs[i - 1]);
      const after = inMiddle(rungs[i + 1]);
      const nth = nthOf(i, rungs.length + left);
      if (rung.kind === 'pause') return pauseHtml(rung, place, nth, before && after);
      if (rung.kind === 'fold') return foldHtml(rung, place, `${place.id}r${i}`, nth, refs);
      const ends = (before ? '' : ' first') + (after ? '' : ' last');
      return stepHtml(rung, place, { nth, id: `${place.id}r${i}`, ends, clock: rung.clock }, refs);
    })
    .join('\n');
}

/** Where in its list a row stands, for a screen reader: the list may be longer than what is drawn of it. */
function nthOf(index: number, all: number): string {
  return ` aria-posinset="${index + 1}" aria-setsize="${all}"`;
}

interface Extra {
  readonly nth: string;
  readonly id?: string;
  readonly ends?: string;
  readonly clock?: string;
}

function stepHtml(step: Step, place: Place, { nth, id, ends = '', clock }: Extra, refs: readonly (string | undefined)[]): string {
  const { change, client, server, from } = step;
  const both = client !== undefined && server !== undefined;
  const split = change !== undefined || !both || client.text !== server.text;
  const ref = step.evidence.flatMap((e) => refs[e] ?? []);
  const classes = ['row', change ? `diff ${change}${ends}` : 'quiet', ...(split && change ? ['split'] : [])].join(' ');
  const parts = [
    change
      ? `<span class="mark" title="${escape(step.word ?? '')}"><b aria-hidden="true">${MARKS[change]}</b>${escape(step.word ?? '')}</span>`
      : step.word !== undefined
        ? `<span class="mark dim">${escape(step.word)}</span>`
        : '',
    client ? link(client, 'client', place) : '',
    ...(split
      ? [
          half(step, 'client'),
          change ? `<span class="node" aria-hidden="true"><i>${MARKS[change]}</i></span>` : '',
          half(step, 'server'),
        ]
      : [`<div class="wide msg ${from === 'client' ? 'to' : 'fro'}">${code(client.text)}</div>`]),
    server ? link(server, 'server', place) : '',
    clock === undefined ? '' : `<span class="tm">${escape(clock)}</span>`,
  ];
  return (
    `<li class="${classes}"${nth}${id ? ` id="${id}"` : ''} tabindex="-1"${ref.length > 0 ? ` data-ref="${[...new Set(ref)].join(' ')}"` : ''}` +
    ` aria-label="${escape(inWords(step))}">${parts.join('')}</li>`
  );
}

/** A step as one says it: "changed: the server sends 220 a, line 1; the client gets 220 b, line 3". */
export function inWords({ from, change, word, client, server, answer, why }: Step): string {
  const said = (side: Side, end: End | undefined): string => {
    if (!end) return why ?? '';
    const line = end.line + 1;
    if (side === from)
      return side === 'client'
        ? t('client sends {0}, line {1}', end.text, line)
        : t('server sends {0}, line {1}', end.text, line);
    return side === 'client' ? t('client gets {0}, line {1}', end.text, line) : t('server gets {0}, line {1}', end.text, line);
  };
  const [first, second] = from === 'client' ? (['client', 'server'] as const) : (['server', 'client'] as const);
  const ends = { client, server };
  const mark = change ? `${word ?? wordOf(change)}: ` : word !== undefined ? `${word}: ` : '';
  if (!change && client && server && client.text === server.text)
    return `${mark}${said(first, ends[first])}, ${first === 'client' ? t("line {0} of the server's log", server.line + 1) : t("line {0} of the client's log", client.line + 1)}`;
  const answered = answer === undefined ? '' : t('answered {0}', answer);
  return mark + [said(first, ends[first]), answered, said(second, ends[second])].filter((s) => s !== '').join('; ');
}

function half(step: Step, side: Side): string {
  const end = step[side];
  const column = side === 'client' ? 'lh' : 'rh';
  if (!end) return `<span class="${column} none" title="${escape(step.why ?? '')}">${escape(step.why ?? '')}</span>`;
  const way = step.answer !== undefined ? 'to fro2' : step.from === 'client' ? 'to' : 'fro';
  const answer = step.answer === undefined ? '' : `<code class="eq" title="${escape(step.answer)}">${escape(step.answer)}</code>`;
  return `<div class="${column} msg ${way}">${code(end.text, step.common)}${answer}</div>`;
}

function code(text: string, common = 0): string {
  const start = common > 0 ? `<span class="eq">${escape(text.slice(0, common))}</span>` : '';
  return `<code title="${escape(text)}">${start}${escape(text.slice(common))}</code>`;
}

function foldHtml(
  fold: Fold & Pick<Rung, 'clock'>,
  place: Place,
  id: string,
  nth: string,
  refs: readonly (string | undefined)[],
): string {
  const { change, word, client, server, title, words, steps, more, clock } = fold;
  const ref = fold.evidence.flatMap((e) => refs[e] ?? []);
  const summary = `${escape(title)}${words === '' ? '' : ` <code>${escape(words)}</code>`}`;
  const inside = steps.map((s, i) => stepHtml(s, place, { nth: nthOf(i, steps.length + more) }, [])).join('\n');
  const rest =
    more > 0 ? `<li class="row quiet"><span class="wide none">${escape(t('{0} more, in the logs', more))}</span></li>` : '';
  return (
    `<li class="row grp${change ? ` ${change}` : ''}"${nth} id="${id}"${ref.length > 0 ? ` data-ref="${[...new Set(ref)].join(' ')}"` : ''}>` +
    (change ? `<span class="mark"><b aria-hidden="true">${MARKS[change]}</b>${escape(word ?? '')}</span>` : '') +
    (client ? link(client, 'client', place) : '') +
    (steps.length > 0
      ? `<details><summary>${summary}</summary><ol>${inside}${rest}</ol></details>`
      : `<p class="plain">${summary}</p>`) +
    (server ? link(server, 'server', place) : '') +
    (clock === undefined ? '' : `<span class="tm">${escape(clock)}</span>`) +
    `</li>`
  );
}

function pauseHtml({ client, server, clock }: Pause & Pick<Rung, 'clock'>, { names }: Place, nth: string, node: boolean): string {
  const longest = Math.max(client ?? 0, server ?? 0);
  const size = longest > 60 ? ' l' : longest > 10 ? ' m' : '';
  const said = (seconds: number | undefined): string =>
    seconds === undefined ? '' : t('{0} in which nothing is said', duration(seconds));
  const side = (column: string, seconds: number | undefined): string =>
    `<span class="${column} none">${escape(said(seconds))}</span>`;
  const label = (['client', 'server'] as const).flatMap((s) => {
    const seconds = s === 'client' ? client : server;
    return seconds === undefined ? [] : `${names[s]}: ${said(seconds)}`;
  });
  return (
    `<li class="row gap${size}"${nth} aria-label="${escape(label.join('; '))}">${side('lh', client)}` +
    `${node ? '<span class="node" aria-hidden="true"></span>' : ''}${side('rh', server)}` +
    `${clock === undefined ? '' : `<span class="tm">${escape(clock)}</span>`}</li>`
  );
}

/** Seconds as one says them: `1 s`, `2 min 5 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** The number of a line, or of the first and last: a link where the page can open the log. Lines from 0. */
export function link(end: Omit<End, 'text'>, side: Side, { names, logs }: Place, only = false): string {
  const numbers = rangeText(end);
  const label = end.endLine > end.line ? t('{0} lines {1}', names[side], numbers) : t('{0} line {1}', names[side], numbers);
  const column = only ? '' : side === 'client' ? ' c' : ' v';
  if (!logs) return `<span class="ln${column}" title="${escape(label)}">${numbers}</span>`;
  return `<a class="ln${column}" href="#" tabindex="-1" data-log="${logs[side]}" data-line="${end.line}" title="${escape(label)}" aria-label="${escape(label)}">${numbers}</a>`;
}
