/** The evidence of a pair as HTML: by weight, each piece linked to the row that shows it. */
import { t } from '@vscode/l10n';
import type { Side } from '../../smtp/model';
import { WEIGHTS } from '../evidence';
import type { Evidence, LogPlace, Weight } from '../report';
import { MARKS } from '../text';
import { escape } from './escape';
import { wordOf } from './ladder';
import { rangeText, type Ladder } from './model';
import { link, type Place } from './rows';

/** One piece of evidence as it is listed, or several that are alike. */
export interface Item {
  readonly id: string;
  readonly weight: Weight;
  /** Indices of the evidence it stands for. */
  readonly of: readonly number[];
}

/** So many findings of one rule are shown one by one; more are one item with a count. */
const MOST_OF_A_RULE = 3;

/** What is listed of the evidence: all but what proves nothing. */
export function evidenceItems(evidence: readonly Evidence[], { id }: Place): Item[] {
  const items: { id: string; weight: Weight; of: number[] }[] = [];
  const byRule = new Map<string, typeof items>();
  evidence.forEach(({ rule, weight }, i) => {
    if (weight === 'neutral') return;
    const same = byRule.get(`${rule} ${weight}`) ?? [];
    byRule.set(`${rule} ${weight}`, same);
    if (same.length === MOST_OF_A_RULE) same.at(-1)!.of.push(i);
    else {
      const item = { id: `${id}e${i}`, weight, of: [i] };
      same.push(item);
      items.push(item);
    }
  });
  return items;
}

/** The ids of the rows that show each piece of evidence, by its index. */
export function rowsOf(ladder: Ladder, { id }: Place): Map<number, string[]> {
  const rows = new Map<number, string[]>();
  ladder.rungs.forEach((rung, i) => {
    if (rung.kind === 'pause') return;
    for (const e of rung.evidence) rows.set(e, [...(rows.get(e) ?? []), `${id}r${i}`]);
  });
  return rows;
}

/** The list by weight. `items` are those of `evidenceItems`, `rows` those of `rowsOf`. */
export function evidenceHtml(
  evidence: readonly Evidence[],
  items: readonly Item[],
  rows: Map<number, string[]>,
  place: Place,
): string {
  const live = place.logs !== undefined;
  const stop = live ? ' tabindex="-1"' : '';
  return WEIGHTS.filter((w) => w !== 'neutral')
    .map((weight, w) => {
      const own = items.filter((i) => i.weight === weight);
      if (own.length === 0) return '';
      const count = own.reduce((n, i) => n + i.of.length, 0);
      const list = own.map((item) => {
        const e = evidence[item.of[0]!]!;
        const ref = [...new Set(item.of.flatMap((i) => rows.get(i) ?? []))].slice(0, 20);
        const message = escape(e.message.charAt(0).toUpperCase() + e.message.slice(1));
        const text = ref.length > 0 ? `<a href="#${ref[0]}"${stop}>${message}</a>` : message;
        const more =
          item.of.length > 1 ? ` <span class="dim">${escape(t('and {0} more like this', item.of.length - 1))}</span>` : '';
        // With the page's script the item is what has the focus, and says it all; without, the link.
        const label = live ? `${stop} aria-label="${escape([wordOf(e.change), e.message, ...sidesInWords(e)].join(', '))}"` : '';
        return (
          `<li class="ev ${e.change}" id="${item.id}"${label}${ref.length > 0 ? ` data-ref="${ref.join(' ')}"` : ''}>` +
          `<b aria-hidden="true">${MARKS[e.change]}</b><p>${text}${more}</p><p class="where">${where(e, place)}</p></li>`
        );
      });
      return (
        `<h3 class="w"><span class="scale meter" aria-hidden="true">${bars(4 - w, 4)}</span><b>${weight}</b>${count}</h3>` +
        `<ol aria-label="${weight}">${list.join('')}</ol>`
      );
    })
    .join('');
}

/** `client line 3`, for who does not see the numbers. */
function sidesInWords(evidence: Evidence): string[] {
  return (['client', 'server'] as const).flatMap((side) => {
    const at = evidence[side];
    const name = side === 'client' ? t('client') : t('server');
    return at ? [at.endLine > at.line ? t('{0} lines {1}', name, rangeText(at)) : t('{0} line {1}', name, rangeText(at))] : [];
  });
}

/** The lines of both logs that a finding is about, each with its side. */
export function where(evidence: Pick<Evidence, 'client' | 'server'>, place: Place): string {
  return (['client', 'server'] as const)
    .flatMap((side) => {
      const at = evidence[side];
      return at ? `<span>${escape(side === 'client' ? t('client') : t('server'))} ${numbers(at, side, place)}</span>` : [];
    })
    .join(' ');
}

/** The lines of one log, at most four single ones. */
export function numbers(at: LogPlace, side: Side, place: Place): string {
  const single = (at.lines ?? []).slice(0, 4).map((line) => link({ line, endLine: line }, side, place, true));
  if (single.length === 0) return link(at, side, place, true);
  return single.join(', ') + (at.lines!.length > 4 ? ' …' : '');
}

/** A scale: so many of its bars are filled. */
export function bars(filled: number, all: number): string {
  return Array.from({ length: all }, (_, i) => (i < filled ? '<i class="f"></i>' : '<i></i>')).join('');
}
