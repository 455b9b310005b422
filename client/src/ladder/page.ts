/**
 * The script of the ladder's page in the editor. The page reads well without it; this adds the keys, the highlight of what belongs
 * together, links into the logs, and remembers how the page was left.
 */
import type { PageMessage } from './messages';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

interface State {
  readonly logs?: unknown;
  readonly zoom?: number;
  readonly scroll?: number;
  readonly focus?: string;
  /** Ids of the rows whose folds are open. */
  readonly open?: readonly string[];
}

const api = acquireVsCodeApi();
const main = document.querySelector('main')!;
let state: State = { ...(api.getState() as State | undefined), logs: JSON.parse(main.dataset['state'] ?? 'null') as unknown };

const LADDER = '.ladder .row[tabindex], .ladder summary, .sessions > li > details > summary';
const EVIDENCE = '.ev';

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((e) => e.checkVisibility());
}

function keep(change: Partial<State>): void {
  state = { ...state, ...change };
  api.setState(state);
}

/** The row, session or evidence that holds an element. */
function itemOf(element: Element | null): HTMLElement | undefined {
  return element?.closest<HTMLElement>('.row, .ev, .sessions > li') ?? undefined;
}

/** What has the focus when an item is gone to: the item, or the summary of what folds. */
function stopOf(item: HTMLElement): HTMLElement {
  return item.querySelector<HTMLElement>(':scope > details > summary') ?? item;
}

function go(element: HTMLElement | undefined): void {
  if (!element) return;
  for (let details = element.closest('details'); details; details = details.parentElement!.closest('details'))
    if (element !== details.querySelector('summary')) details.open = true;
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
}

/** Marks an item and what belongs to it on the other side. */
function highlight(item: HTMLElement | undefined): void {
  for (const e of document.querySelectorAll('.on')) e.classList.remove('on');
  if (!item?.dataset['ref']) return;
  for (const id of [item.id, ...item.dataset['ref'].split(' ')]) document.getElementById(id)?.classList.add('on');
}

/** One stop of the Tab key for each list: where the focus was last. */
function roving(selector: string, current: HTMLElement | undefined): void {
  const stops = all(selector);
  for (const e of stops) e.tabIndex = -1;
  const stop = current ?? stops[0];
  if (stop) stop.tabIndex = 0;
}

/** Opens the logs that an item names: one side's, or both. */
function open(item: HTMLElement | undefined, sides: readonly string[]): void {
  const links = sides.flatMap((s) => item?.querySelector<HTMLElement>(`:scope > a.${s}, :scope .where a.${s}`) ?? []);
  const places = links.map((a) => ({ log: Number(a.dataset['log']), line: Number(a.dataset['line']) }));
  if (places.length > 0) api.postMessage({ open: places });
}

function zoom(by: number): void {
  const level = by === 0 ? 1 : Math.min(3, Math.max(0.5, (state.zoom ?? 1) * by));
  main.style.zoom = String(level);
  keep({ zoom: level });
}

function shownPair(): string {
  const id = itemOf(document.activeElement)?.id ?? document.querySelector('.sessions > li > details[open] .row[id]')?.id;
  return /^h\d+p\d+/.exec(id ?? '')?.[0] ?? 'h0p0';
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const link = target.closest<HTMLElement>('a[data-log]');
  const button = target.closest<HTMLElement>('[data-do]');
  if (link) {
    event.preventDefault();
    api.postMessage({ open: [{ log: Number(link.dataset['log']), line: Number(link.dataset['line']) }] });
  } else if (button) api.postMessage({ do: button.dataset['do'] as 'again', pair: shownPair() });
  else if (target.closest('.ev a')) {
    event.preventDefault();
    go(partner(itemOf(target)));
  } else if (target.closest('.msg, .node') && getSelection()?.isCollapsed) open(itemOf(target), ['c', 'v']);
});

/** The first row of a piece of evidence, the first evidence of a row. */
function partner(item: HTMLElement | undefined): HTMLElement | undefined {
  const other = document.getElementById(item?.dataset['ref']?.split(' ')[0] ?? '');
  return other ? stopOf(other) : undefined;
}

for (const type of ['mouseover', 'focusin']) document.addEventListener(type, (e) => highlight(itemOf(e.target as Element)));
document.addEventListener('mouseout', () => highlight(itemOf(document.activeElement)));
document.addEventListener('focusin', ({ target }) => {
  const element = target as HTMLElement;
  for (const list of [LADDER, EVIDENCE]) if (element.matches(list)) roving(list, element);
  keep({ focus: itemOf(element)?.id });
});
document.addEventListener('scroll', () => keep({ scroll: scrollY }));
document.addEventListener(
  'toggle',
  () => {
    keep({ open: [...document.querySelectorAll('details[open]')].flatMap((d) => d.parentElement!.id || []) });
    if (!document.activeElement?.matches(LADDER)) roving(LADDER, undefined);
  },
  true,
);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const active = document.activeElement as HTMLElement;
  const item = itemOf(active);
  const list = all(active.matches(EVIDENCE) ? EVIDENCE : LADDER);
  const at = list.indexOf(active);
  const fold = active.matches('summary')
    ? (active.parentElement as HTMLDetailsElement)
    : item?.closest<HTMLDetailsElement>('.grp details');
  const differing = all(
    '.ladder .row.diff, .ladder .grp.changed, .ladder .grp.withheld, .ladder .grp.added, .ladder .grp.timing',
  );
  const next = differing.find((r) => item && r.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_PRECEDING) ?? differing[0];
  const previous =
    differing.findLast((r) => item && r.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) ?? differing.at(-1);
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(list[at + 1]),
    ArrowUp: () => go(list[at - 1]),
    Home: () => go(list[0]),
    End: () => go(list.at(-1)),
    n: () => go(next && stopOf(next)),
    p: () => go(previous && stopOf(previous)),
    e: () => go(partner(item?.matches('.row') ? item : undefined) ?? all(EVIDENCE)[0]),
    l: () => go(partner(item?.matches('.ev') ? item : undefined) ?? all(LADDER)[0]),
    ArrowRight: () => fold && (fold.open = true),
    ArrowLeft: () => {
      if (!fold) return;
      fold.open = false;
      go(fold.querySelector('summary') ?? undefined);
    },
    c: () => open(item, ['c']),
    s: () => open(item, ['v']),
    Escape: () => {
      active.blur();
      highlight(undefined);
    },
    '+': () => zoom(1.2),
    '=': () => zoom(1.2),
    '-': () => zoom(1 / 1.2),
    '0': () => zoom(0),
    // A summary folds and a button acts by itself.
    ...(active.matches('.row, .ev') && { Enter: () => open(item, ['c', 'v']) }),
  };
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// As the page was left: before a comparison was run again, or the editor closed.
for (const id of state.open ?? []) document.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
if (state.zoom) main.style.zoom = String(state.zoom);
for (const list of [LADDER, EVIDENCE]) roving(list, undefined);
if (state.scroll) scrollTo(0, state.scroll);
keep({});

/** Gives the focus back to where it was. Only while the page has it: drawn again beside an editor, it must not take it away. */
function resume(): void {
  if (!document.hasFocus() || document.activeElement !== document.body) return;
  const last = document.getElementById(state.focus ?? '');
  (last ? stopOf(last) : document.querySelector<HTMLElement>('.ladder [tabindex="0"]'))?.focus({ preventScroll: true });
}
addEventListener('focus', resume);
resume();
