/** The ladder of one pair of sessions as a drawing that stands alone: for a ticket, a mail, a page of documentation. */
import { t } from '@vscode/l10n';
import type { Side } from '../../smtp/model';
import type { Change } from '../report';
import { MARKS } from '../text';
import { escape } from './escape';
import { rangeText, type Ladder, type Rung, type Step } from './model';
import { sidesOf, type Page } from './page';
import { duration, inWords, type Place } from './rows';

// Pixels. The drawing does not depend on the reader's fonts: texts are cut by the width of a common fixed one.
const LEFT = 176;
const HALF = 300;
const NODE = 24;
const RIGHT = LEFT + 2 * HALF + NODE;
const MIDDLE = LEFT + HALF + NODE / 2;
const WIDTH = RIGHT + 160;
const HEAD = 200;
const HEAD_LETTERS = 28;
const TOP = 64;
const ROW = 32;
const LETTER = 7.3;

const STYLE = `svg{--bg:#fff;--fg:#3b3b3b;--dim:#666;--changed:#8f5a0c;--withheld:#a80f00;--added:#125ab0;--timing:#4c2069;background:var(--bg)}
@media(prefers-color-scheme:dark){svg{--bg:#1f1f1f;--fg:#ccc;--dim:#9d9d9d;--changed:#d6a04a;--withheld:#f17070;--added:#5aa7ff;--timing:#bd94dd}}
text{font:12px sans-serif;fill:var(--fg)}.m{font-family:"DejaVu Sans Mono",Menlo,Consolas,monospace}.d{fill:var(--dim)}.i{font-style:italic;font-size:11px;fill:var(--dim)}.b{font-weight:bold}
.l{stroke:var(--dim);fill:none}.a{stroke:var(--dim);fill:var(--dim)}.box{fill:var(--bg);stroke:var(--dim)}
.changed,.changed *{--k:var(--changed)}.withheld,.withheld *{--k:var(--withheld)}.added,.added *{--k:var(--added)}.timing,.timing *{--k:var(--timing)}
.k{stroke:var(--k);stroke-width:2;fill:none}.h{fill:var(--k);stroke:none}.n{fill:var(--bg);stroke:var(--k)}.s{fill:var(--k);font-weight:bold}.withheld .k{stroke-dasharray:6 4}.timing .k{stroke-width:1}`;

/** The drawing of one pair of a page: the one with this id, else the first. Empty where no sessions belong together. */
export function pageSvg(page: Page, id: string): string {
  const all = page.hops.flatMap((hop, h) =>
    [...hop.ladders].map(([pair, ladder]) => ({ ladder, place: { id: `h${h}p${pair}`, ...sidesOf(page, hop) } })),
  );
  const chosen = all.find((x) => x.place.id === id) ?? all[0];
  return chosen ? ladderSvg(chosen.ladder, chosen.place) : '';
}

/** The drawing as XML. Folds stay folded. All text of logs is escaped. */
export function ladderSvg(ladder: Ladder, place: Place): string {
  let y = TOP;
  // The lines that run down come first: the marks stand on them, also where one reaches into the row below.
  const down: string[] = [];
  const parts: string[] = [];
  let between: number | undefined;
  for (const [i, rung] of ladder.rungs.entries()) {
    const height = heightOf(rung);
    down.push(sidesSvg(rung, y, height));
    parts.push(rungSvg(rung, y, height));
    if (isBetween(ladder.rungs, i)) between ??= y;
    y += height;
    if (between !== undefined && !isBetween(ladder.rungs, i + 1)) {
      down.push(`<rect class="box" x="${MIDDLE - 4}" y="${between + 2}" width="8" height="${y - between - 4}" rx="4"/>`);
      between = undefined;
    }
  }
  const title = `${place.names.client} ↔ ${place.names.server}`;
  const head = (x: number, side: Side, word: string, anchor: string): string =>
    `<rect class="box" x="${anchor === 'end' ? x - HEAD : x}" y="12" width="${HEAD}" height="40" rx="2"/>` +
    text(anchor === 'end' ? x - 8 : x + 8, 28, word, `b" text-anchor="${anchor}`) +
    text(
      anchor === 'end' ? x - 8 : x + 8,
      44,
      cut(`${place.names[side]} · ${place.formats[side]}`, HEAD_LETTERS),
      `d" text-anchor="${anchor}`,
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 16}" viewBox="0 0 ${WIDTH} ${y + 16}" role="img" aria-labelledby="t">
<title id="t">${escape(t('Comparison of {0}', title))}</title><style>${STYLE}</style>
<rect width="${WIDTH}" height="${y + 16}" fill="var(--bg)"/>
${head(LEFT - 24, 'client', t('client'), 'start')}${head(RIGHT + 24, 'server', t('server'), 'end')}
${down.join('')}
${parts.join('\n')}
</svg>
`;
}

function isBetween(rungs: readonly Rung[], at: number): boolean {
  const shows = (rung: Rung | undefined): boolean =>
    rung?.kind === 'pause' || (rung?.kind === 'step' && rung.change !== undefined);
  return rungs[at]?.kind === 'pause' ? shows(rungs[at - 1]) && shows(rungs[at + 1]) : shows(rungs[at]);
}

function heightOf(rung: Rung): number {
  if (rung.kind === 'pause') return Math.max(rung.client ?? 0, rung.server ?? 0) > 60 ? 72 : 40;
  if (rung.kind === 'fold') return ROW;
  return rung.answer !== undefined || (rung.change && [rung.client, rung.server].some((e) => e && e.text.length > HALF_LETTERS))
    ? 48
    : ROW;
}

const HALF_LETTERS = Math.floor((HALF - 16) / LETTER);
const WIDE_LETTERS = Math.floor((RIGHT - LEFT - 16) / LETTER);

/** The lines of client and server along a row. */
function sidesSvg(rung: Rung, y: number, height: number): string {
  const dash = rung.kind === 'step' ? '' : ` stroke-dasharray="${rung.kind === 'fold' ? '3 2' : '1 3'}"`;
  return `<path class="l" d="M${LEFT} ${y}v${height}M${RIGHT} ${y}v${height}"${dash}/>`;
}

function rungSvg(rung: Rung, y: number, height: number): string {
  const bottom = y + height;
  const clock = rung.clock === undefined ? '' : text(WIDTH - 8, bottom - 12, rung.clock, 'm d" text-anchor="end');
  if (rung.kind === 'pause') {
    const said = (seconds: number | undefined, x: number): string =>
      seconds === undefined
        ? ''
        : text(x, y + height / 2 + 4, t('{0} in which nothing is said', duration(seconds)), 'i" text-anchor="middle');
    return `<g>${said(rung.client, LEFT + HALF / 2)}${said(rung.server, RIGHT - HALF / 2)}${clock}</g>`;
  }
  const numbers =
    (rung.client ? text(LEFT - 8, bottom - 12, rangeText(rung.client), 'm d" text-anchor="end') : '') +
    (rung.server ? text(RIGHT + 8, bottom - 12, rangeText(rung.server), 'm d') : '');
  const mark = rung.change
    ? text(8, bottom - 12, MARKS[rung.change], 's') + text(24, bottom - 12, cut(rung.word ?? '', 14), '')
    : rung.kind === 'step' && rung.word !== undefined
      ? text(8, bottom - 12, cut(rung.word, 16), 'd')
      : '';
  if (rung.kind === 'fold') {
    const said = cut(`${rung.title}  ${rung.words}`, WIDE_LETTERS);
    return `<g class="${rung.change ?? ''}">${mark}${numbers}${text((LEFT + RIGHT) / 2, y + 20, said, 'd" text-anchor="middle')}${clock}</g>`;
  }
  return `<g class="${rung.change ?? ''}"><title>${escape(inWords(rung))}</title>${mark}${numbers}${arrows(rung, bottom)}${clock}</g>`;
}

function arrows(step: Step, bottom: number): string {
  const { client, server, change, from } = step;
  const y = bottom - 4;
  if (!change && client && server && client.text === server.text)
    return text(LEFT + 8, bottom - 12, cut(client.text, WIDE_LETTERS), 'm d') + arrow(LEFT, RIGHT, y, from === 'client');
  const half = (side: Side): string => {
    const end = step[side];
    const [from_, to] = side === 'client' ? [LEFT, MIDDLE - 10] : [MIDDLE + 10, RIGHT];
    if (!end) return text((from_ + to) / 2, bottom - 12, cut(step.why ?? '', 46), 'i" text-anchor="middle');
    const x = side === 'client' ? LEFT + 8 : MIDDLE + 16;
    const said = step.answer === undefined ? wrapped(end.text) : [cut(end.text, HALF_LETTERS), cut(step.answer, HALF_LETTERS)];
    const texts = said.map((line, i) =>
      text(x, bottom - 12 - 16 * (said.length - 1 - i), line, i > 0 && step.answer !== undefined ? 'm d' : 'm'),
    );
    return texts.join('') + arrow(from_, to, y, from === 'client', change, step.answer !== undefined);
  };
  const node = change
    ? `<circle class="n" cx="${MIDDLE}" cy="${y}" r="9"/>${text(MIDDLE, y + 4, MARKS[change], 's" text-anchor="middle')}`
    : '';
  return half('client') + half('server') + node;
}

/** A text in one or two lines of a half. */
function wrapped(said: string): string[] {
  if (said.length <= HALF_LETTERS) return [said];
  const at = said.lastIndexOf(' ', HALF_LETTERS);
  const first = at > HALF_LETTERS / 2 ? at : HALF_LETTERS;
  return [said.slice(0, first), cut(said.slice(first).trimStart(), HALF_LETTERS)];
}

function arrow(left: number, right: number, y: number, toRight: boolean, change?: Change, both = false): string {
  const head = (x: number, way: number): string => `<path class="${change ? 'h' : 'a'}" d="M${x} ${y}l${-6 * way} -4v8z"/>`;
  // At the wrong time: a double line.
  const line = change === 'timing' ? `M${left} ${y - 1.5}H${right}M${left} ${y + 1.5}H${right}` : `M${left} ${y}H${right}`;
  return (
    `<path class="${change ? 'k' : 'l'}" d="${line}"/>` +
    (toRight || both ? head(right, 1) : '') +
    (!toRight || both ? head(left, -1) : '')
  );
}

function text(x: number, y: number, said: string, classes: string): string {
  return said === '' ? '' : `<text x="${x}" y="${y}" class="${classes}">${escape(said)}</text>`;
}

function cut(said: string, letters: number): string {
  return said.length > letters ? said.slice(0, letters - 1) + '…' : said;
}
