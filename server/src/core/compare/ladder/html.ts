/**
 * A comparison as a page of its own: verdict, ladder, evidence, what it means. The same page is the report that is saved, and the
 * panel in the editor, which adds a script of its own. It loads nothing, and its policy lets nothing load.
 */
import { t } from '@vscode/l10n';
import type { Side } from '../../smtp/model';
import type { CompareReport, SessionPair, Unpaired, Verdict } from '../report';
import { pairsIn, spreadOf } from '../spread';
import { MARKS, onlySome } from '../text';
import { VERDICTS } from '../verdict';
import { escape } from './escape';
import { bars, evidenceHtml, evidenceItems, numbers, rowsOf, where } from './evidence';
import type { Ladder } from './model';
import { sidesOf, type Hop, type Page } from './page';
import { ladderHtml, link, type Place } from './rows';
import { STYLE } from './style';

export interface HtmlOptions {
  /** A word nobody can guess, new for each page: only what bears it is taken for the page's own style and script. */
  readonly nonce: string;
  /** Language of the texts, as HTML names it. */
  readonly language?: string;
  /** Address of the script that makes the page answer to keys and clicks; line numbers are links then. */
  readonly script?: string;
  /** What the page's script keeps for when the editor opens the page again. */
  readonly state?: string;
}

/** The whole document. All text of logs is escaped. */
export function pageHtml(page: Page, { nonce, language = 'en', script, state }: HtmlOptions): string {
  const title = page.names.join(' ↔ ');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; ${script ? `script-src 'nonce-${nonce}'; ` : ''}base-uri 'none'; form-action 'none'`;
  // Where nothing was found there is room beside the one ladder for what that does not prove.
  const [only] = page.hops;
  const beside = page.hops.length === 1 && only!.report.pairs.length === 1 && page.verdict === 'none';
  const hops = page.hops.map((hop, i) => hopHtml(hop, i, page, script !== undefined, beside ? sayHtml(page) : '')).join('\n');
  return `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>${escape(t('Comparison of {0}', title))}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main${state === undefined ? '' : ` data-state="${escape(state)}"`}>${topHtml(page, script !== undefined)}
${hops}
${beside ? '' : sayHtml(page)}</main>${script ? `<script nonce="${nonce}" src="${escape(script)}"></script>` : ''}</body></html>
`;
}

function topHtml(page: Page, live: boolean): string {
  const [hop] = page.hops;
  const facts: [string, string][] = page.names.map((name, i) => [
    page.names.length > 2 ? t('log {0}', i + 1) : i === 0 ? t('client') : t('server'),
    `${escape(name)} · ${escape(page.formats[i] ?? '')}`,
  ]);
  const only = page.hops.length === 1 && hop!.report.pairs.length === 1 ? hop!.report.pairs[0]! : undefined;
  if (only?.sameBy) facts.push([only.sameConnection === 'yes' ? t('same connection') : t('two attempts'), sameBy(only.sameBy)]);
  const acts: [string, string][] = [
    ['again', t('Compare Again')],
    ['logs', t('Logs Lined Up')],
    ['html', t('Save as HTML')],
    ['svg', t('Save as SVG')],
  ];
  const buttons = acts.map(([act, label]) => `<button data-do="${act}">${escape(label)}</button>`).join('');
  return (
    `<header class="top"><p class="verdict"><span class="dim">${escape(t('Compare Sessions'))}</span>${scale(page.verdict)}</p>` +
    `<h1>${escape(page.summary)}</h1>${live ? `<div class="acts">${buttons}</div>` : ''}` +
    `<dl class="facts">${facts.map(([k, v]) => `<div><dt>${escape(k)}</dt><dd>${v}</dd></div>`).join('')}</dl></header>`
  );
}

function sameBy({ what, client, server }: NonNullable<SessionPair['sameBy']>): string {
  const name = what === 'queue-id' ? t('queue id') : t('date of the greeting');
  const ids =
    client === server ? `<code>${escape(client)}</code>` : `<code>${escape(client)}</code> ≠ <code>${escape(server)}</code>`;
  return `${escape(name)} ${ids}`;
}

function scale(verdict: Verdict): string {
  const filled = VERDICTS.indexOf(verdict);
  return `<span class="scale" aria-hidden="true">${bars(filled, 3)}</span><b>${verdict}</b>`;
}

function hopHtml(hop: Hop, index: number, page: Page, live: boolean, beside: string): string {
  const { report, ladders } = hop;
  const { logs, names, formats } = sidesOf(page, hop);
  const place = (pair: number): Place => ({ id: `h${index}p${pair}`, names, formats, ...(live && { logs }) });
  const shown = [...ladders];
  const body =
    report.pairs.length === 1 && shown.length === 1
      ? pairHtml(report.pairs[0]!, shown[0]![1], place(0), beside)
      : `<ol class="sessions">${shown.map(([i, ladder], n) => sessionHtml(report.pairs[i]!, ladder, place(i), n === 0 && report.verdict !== 'none')).join('\n')}</ol>`;
  const hidden = report.pairs.length - shown.length;
  const more =
    hidden > 0 ? `<p class="foot">${escape(t('{0} more pairs of sessions are in the textual report.', hidden))}</p>` : '';
  const many = togetherHtml(report, place(0)) + spreadHtml(report);
  const lonely = (['client', 'server'] as const).map((side) => unpairedHtml(report.unpaired[side], side, place(0))).join('');
  if (page.hops.length === 1) return many + body + more + lonely;
  return (
    `<section class="hop"><h2>${escape(names.client)} → ${escape(names.server)}${scale(report.verdict)}</h2>` +
    `<p>${escape(report.summary)}</p>${many}${body}${more}${lonely}</section>`
  );
}

/** What many sessions show together. */
function togetherHtml({ together = [] }: CompareReport, place: Place): string {
  if (together.length === 0) return '';
  const items = together.map(
    (e, i) =>
      `<li class="ev ${e.change}" id="h${i}t"><b aria-hidden="true">${MARKS[e.change]}</b><p>${escape(e.message)}</p><p class="where">${escape(e.weight)} ${where(e, place)}</p></li>`,
  );
  return `<section class="side"><h2>${escape(t('Many sessions together'))}</h2><ol>${items.join('')}</ol></section>`;
}

/** In how many sessions each sign appears. */
function spreadHtml(report: CompareReport): string {
  const all = pairsIn(report);
  const signs = spreadOf(report);
  if (all < 2 || signs.length === 0) return '';
  const heads = [t('sessions'), t('weight'), t('sign')].map((h) => `<th scope="col">${escape(h)}</th>`).join('');
  const rows = signs.map(
    (s) => `<tr><td>${escape(t('{0} of {1}', s.pairs, all))}</td><td>${s.weight}</td><td>${escape(s.message)}</td></tr>`,
  );
  const some = onlySome(report, signs);
  return (
    `<section class="foot" aria-label="${escape(t('Signs in how many sessions'))}"><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>` +
    `${some === undefined ? '' : `<p>${escape(some)}</p>`}</section>`
  );
}

function sessionHtml(pair: SessionPair, ladder: Ladder, place: Place, open: boolean): string {
  const about = [pair.verdict === 'none' ? undefined : pair.product, ladder.title, ladder.started].filter((x) => x !== undefined);
  const lines = (side: Side): string => t('lines {0}', `${pair[side].line + 1}–${pair[side].endLine + 1}`);
  return (
    `<li><details name="${place.id.split('p')[0]!}"${open ? ' open' : ''}><summary>${scale(pair.verdict)} <span>${escape(about.join(' · '))}</span> ` +
    `<span class="dim">${escape(`${place.names.client} ${lines('client')} · ${place.names.server} ${lines('server')}`)}</span></summary>` +
    `${pairHtml(pair, ladder, place)}</details></li>`
  );
}

/** `beside` stands above what else is beside the ladder. */
function pairHtml(pair: SessionPair, ladder: Ladder, place: Place, beside = ''): string {
  const items = evidenceItems(pair.evidence, place);
  const refs = pair.evidence.map((_, i) => items.find((x) => x.of.includes(i))?.id);
  const rows = rowsOf(ladder, place);
  const none = pair.verdict === 'none';
  const evidence = none ? '' : evidenceHtml(pair.evidence, items, rows, place);
  const neutral = pair.evidence.filter((e) => e.weight === 'neutral');
  const list = neutral.map((e) => `<li>${escape(e.message)} ${where(e, place)}</li>`).join('');
  const title =
    neutral.length === 1
      ? t('neutral: 1 difference that proves nothing')
      : t('neutral: {0} differences that prove nothing', neutral.length);
  const aside =
    beside + evidence + (neutral.length > 0 ? `<details><summary>${escape(title)}</summary><ul>${list}</ul></details>` : '');
  return (
    `<div class="cols${none ? ' after' : ''}"><section aria-labelledby="${place.id}t">${ladderHtml(ladder, place, refs)}${none ? lookedHtml(pair, place) : ''}</section>` +
    (aside === ''
      ? ''
      : `<div class="side">${none ? '' : `<div class="bar"><h2>${escape(t('Evidence'))}</h2></div>`}${aside}</div>`) +
    `</div>`
  );
}

function lookedHtml({ looked }: SessionPair, place: Place): string {
  const rows = looked.map((l) => {
    const result =
      l.result === 'equal'
        ? ['=', t('equal')]
        : l.result === 'different'
          ? ['≠', t('different, proves nothing')]
          : ['○', t('not in the logs')];
    const cell = (side: Side): string => (l[side] ? numbers(l[side], side, place) : '');
    return `<tr><td>${escape(l.what)}</td><td>${cell('client')}</td><td>${cell('server')}</td><td><b aria-hidden="true">${result[0]}</b> ${escape(result[1]!)}</td></tr>`;
  });
  const heads = [t('Looked at'), t('client'), t('server'), t('result')].map((h) => `<th scope="col">${escape(h)}</th>`).join('');
  return `<table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Sessions without a partner that are named. */
const MOST_UNPAIRED = 50;

function unpairedHtml(all: readonly Unpaired[], side: Side, place: Place): string {
  if (all.length === 0) return '';
  const title =
    side === 'client' ? t("In the client's log alone: {0}", all.length) : t("In the server's log alone: {0}", all.length);
  const items = all.slice(0, MOST_UNPAIRED).map((u) => `<li>${link(u, side, place, true)} ${escape(u.reason)}</li>`);
  const more = all.length > MOST_UNPAIRED ? '<li>…</li>' : '';
  return `<details class="foot"><summary>${escape(title)}</summary><ul>${items.join('')}${more}</ul></details>`;
}

function sayHtml({ verdict, meaning, next }: Page): string {
  if (meaning.length === 0 && next.length === 0) return '';
  const items = (texts: readonly string[]): string => texts.map((x) => `<li>${escape(x)}</li>`).join('');
  const none = verdict === 'none';
  return (
    `<section class="say" aria-label="${escape(none ? t('What this does not prove') : t('What it means'))}">` +
    (meaning.length > 0
      ? `<div><h2>${escape(none ? t('What this does not prove') : t('What it means'))}</h2><ul>${items(meaning)}</ul></div>`
      : '') +
    `<div><h2>${escape(none ? t('To be surer') : t('Next'))}</h2><ol>${items(next)}</ol></div></section>`
  );
}
