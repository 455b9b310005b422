/** Who said what in the rows of a log that is known to its end. */
import type { Line } from '../../lines';
import type { Mark, Piece, Side, Vantage } from '../../model';
import { isBase64, isCommandLine, replyOf, startsWithCode, verbOf } from '../../wire';
import { findKey, type Told } from './connections';
import { findSides, type Sides } from './sides';
import { endCutter } from './endings';
import { CONTINUES, WHOLE, type Layout, type Row, type Said } from './rows';
import { timeIn } from './stamp';

/** A row and what it turned out to be. */
interface Item {
  readonly row: Row;
  readonly key: string;
  said: readonly Said[];
  readonly text: string;
  from: Side | 'note';
  mark?: Mark;
  hidden?: boolean;
}

/** Connections mixed up and messages that look like SMTP still let words tell sides as often as this. */
const ROUGHLY = 0.6;

/** The pieces of the rows (`remarks`: other lines of the log), in the order of the log. Linear in the rows, but for a few passes over them. */
export function piecesOf(rows: readonly Row[], layout: Layout, remarks: readonly Line[]): Piece[] {
  const logs = logsIn(rows, layout);
  if (logs.length === 1) return piecesOfOne(rows, layout, remarks);
  return logs.flatMap((log, i) => {
    const [after, before] = [logs[i - 1]?.at(-1)?.line.number ?? -1, logs[i + 1] ? log.at(-1)!.line.number : Infinity];
    const own = remarks.filter(({ number }) => number > after && number < before);
    return piecesOfOne(log, layout, own).map((piece) => ({ ...piece, key: `${i} ${piece.key}` }));
  });
}

/** Logs of several programs, one after the other: no shape of a line stands on both sides, and a session begins. */
function logsIn(rows: readonly Row[], layout: Layout): (readonly Row[])[] {
  const last = new Map<string, number>(); // where a shape was seen last
  rows.forEach(({ shape }, i) => last.set(shape, i));
  const logs: Row[][] = [];
  let log: Row[] = [];
  let until = -1; // a shape of this log goes on up to here
  let kinds = new Set<string | undefined>();
  let upgraded = false; // STARTTLS was the last command: some programs mark their lines in another way from there on
  rows.forEach((row, i) => {
    const apart =
      i > until && !row.rare && row.shape !== '' && row.shape !== CONTINUES && kinds.has('reply') && kinds.has('command');
    if (apart && !upgraded && begins(row, layout)) {
      logs.push(log);
      log = [];
      kinds = new Set();
    }
    log.push(row);
    kinds.add(row.kind);
    if (row.kind === 'command') upgraded = /^STARTTLS\b/i.test(layout.said(row)[0]?.text ?? '');
    if (row.shape !== '' && row.shape !== CONTINUES && !row.rare) until = Math.max(until, last.get(row.shape)!);
  });
  const whole = kinds.has('reply') && kinds.has('command');
  if (whole || logs.length === 0) logs.push(log);
  else logs[logs.length - 1] = [...logs.at(-1)!, ...log];
  return logs;
}

function begins(row: Row, layout: Layout): boolean {
  const text = layout.said(row)[0]?.text ?? '';
  return /^220[ -]/.test(text) || /^(?:EHLO|HELO|LHLO)\b/i.test(text);
}

function piecesOfOne(rows: readonly Row[], layout: Layout, remarks: readonly Line[]): Piece[] {
  const spoken: Told[] = [];
  const cutEnd = endCutter(rows, layout);
  const texts = rows.map((row) => {
    const said = layout.said(row).map(cutEnd);
    const text = said[0]?.text ?? '';
    if (row.kind && row.shape !== CONTINUES && !row.rare) spoken.push({ row, text });
    return said;
  });
  const roughly = findSides(
    spoken,
    spoken.map(() => ''),
    ROUGHLY,
  );
  const keyOf = findKey(spoken, (row) => roughly?.side(row, ''));
  let last = '';
  const names = new Set(keyOf ? spoken.map(({ row }) => keyOf(row)) : []);
  const ownKey = (row: Row): string | undefined => (row.rare ? row.words.find((word) => names.has(word)) : keyOf?.(row));
  const keys = rows.map((row) => (last = (row.shape === CONTINUES ? undefined : ownKey(row)) ?? last));
  const keyByRow = new Map(rows.map((row, i) => [row, keys[i]!]));
  const spokenKeys = spoken.map(({ row }) => keyByRow.get(row)!);
  const sides = findSides(spoken, spokenKeys);
  const groups = new Map<string, Item[]>();
  const items = rows.map((row, i): Item => {
    const said = texts[i]!;
    const item: Item = { row, key: keys[i]!, said, text: said[0]?.text ?? '', from: 'note' };
    const group = groups.get(item.key);
    if (group) group.push(item);
    else groups.set(item.key, [item]);
    return item;
  });
  const hint = vantageBy(remarks.map(({ text }) => [text, 1] as const));
  const vantages = new Map<string, Vantage | undefined>();
  for (const [key, group] of groups) {
    const common = group.filter(({ row }) => !row.rare);
    if (sides) bySides(common, sides);
    else byGrammar(common);
    if (common.length < group.length) fillIn(group);
    dropGrown(group);
    dropRepeats(group);
    markRemarks(group);
    const byRemarks = vantageOf(group, true) ?? hint;
    const alone = group.every(({ from }) => from !== 'server') ? 'server' : undefined; // logs what it is told, not what it says
    vantages.set(key, sides?.vantage(key, 'words') ?? alone ?? byRemarks ?? sides?.vantage(key, 'arrows') ?? vantageOf(group));
  }
  const told = [...vantages.values()].find((v) => v !== undefined) ?? vantageOf(items);
  const usual = told ?? (sides ? undefined : 'client'); // a screen, with times
  return items.flatMap((item) => itemPieces(item, vantages.get(item.key) ?? usual));
}

function itemPieces({ row, key, said, from, mark, hidden }: Item, vantage: Vantage | undefined): Piece[] {
  const { line } = row;
  const time = timeIn(row.words.join(' '), 200);
  return said.map((s, i) => ({
    line: line.number,
    start: line.start + Math.min(s.start, line.text.length),
    end: line.start + Math.min(Math.max(s.start, s.end), line.text.length),
    from: from === 'server' && !startsWithCode(s.text) && i > 0 ? 'note' : from,
    text: s.text,
    key,
    ...(time && { time }),
    ...(vantage && { vantage }),
    ...(mark && i === 0 && { mark }),
    ...(mark === 'open' && i === 0 && peerIn(s.text)),
    ...(hidden && { hidden }),
    ...(s.eol && s.eol !== 'crlf' && { eol: s.eol }),
  }));
}

/** Words tell the sides; a reply from the client's side outside a message shows that they are wrong there. */
function bySides(group: readonly Item[], sides: Sides): void {
  let message = false;
  let lines = 0; // of the message
  const dots: boolean[] = []; // for each row, whether a dot in words of its own follows before the server speaks
  for (let i = group.length - 1, dot = false; i >= 0; i--) {
    const { row, key, text } = group[i]!;
    const side = sides.side(row, key);
    dot = side === 'server' ? false : dot || (side === undefined && text === '.');
    dots[i] = dot;
  }
  group.forEach((item, i) => {
    const { row, key, text } = item;
    const side =
      row.shape === CONTINUES
        ? 'server'
        : row.shape === '' && message
          ? 'client' // a program that marks its lines has left those of the message as they are
          : (sides.side(row, key) ??
            (message && dots[i]
              ? 'client'
              : row.kind
                ? sideOf(row.kind)
                : !message && isCommandLine(text)
                  ? 'client'
                  : undefined));
    if (side === undefined) return;
    item.from = side;
    if (side === 'server') {
      if (!startsWithCode(text)) item.from = row.kind === 'command' && !message ? 'client' : 'note';
      else message = text.startsWith('354');
      lines = 0;
    } else if (message) {
      const end = WHOLE.exec(text.slice(-16))?.[1];
      if (end !== undefined && item.said.length === 1) {
        const [{ start, end: stop }] = item.said as [Said];
        item.said = text.split(end).map((line) => ({ text: line, start, end: stop }));
        message = false;
        return;
      }
      if (text === '.') {
        message = false;
        if (lines === 0) item.hidden = true;
      }
      lines++;
      if (text !== '.' && COUNTED.test(text) && !dotFollows(group, i, sides)) item.hidden = true;
    } else if (row.kind === 'reply') item.from = 'server';
    else if (!isCommandLine(text) && (text === '' || COUNTED.test(text) || group[i + 1]?.text.startsWith('220')))
      item.from = 'note';
  });
}

/** Lines of a shape of their own are replies where a command would have none, and commands where a reply would answer nothing. */
function fillIn(group: readonly Item[]): void {
  const next: (Item | undefined)[] = []; // what is said after each
  let after: Item | undefined;
  for (let i = group.length - 1; i >= 0; i--) {
    next[i] = after;
    if (group[i]!.from !== 'note') after = group[i];
  }
  let waits = false;
  group.forEach((item, i) => {
    const answered = next[i]?.from === 'server';
    if (item.row.rare && (item.row.kind === 'reply' ? waits && !answered : !waits && answered))
      item.from = sideOf(item.row.kind!);
    if (item.from === 'note') return;
    waits = item.from === 'client' || replyOf(item.text)?.more === true;
  });
}

function sideOf(kind: 'reply' | 'command'): Side {
  return kind === 'reply' ? 'server' : 'client';
}

/** How programs tell that they do not show a message. */
const COUNTED =
  /^[<[({*.\s-]*(?:(?:message|mail|data|body|content|payload|binary|sending|sent|read|received|encoded)\b.{0,60}\b)?\d+ ?(?:bytes?|octets|chars?|characters|lines?|[kKM]i?B)\b|^[<[({*.]+ ?(?:message|mail|data|body|content|payload|suppressed|omitted|hidden|snip|not shown|e?mail)\b/i;

function dotFollows(group: readonly Item[], at: number, sides: Sides): boolean {
  for (let i = at + 1; i < group.length && i < at + 3; i++) {
    if (group[i]!.text === '.') return false; // a dot alone stands for the text it follows
    if (sides.side(group[i]!.row, group[i]!.key) === 'server') return false;
  }
  return at + 3 < group.length;
}

/** Nothing marks the sides: codes and verbs do, and after 354 all is text up to a dot, if there is one. */
function byGrammar(group: readonly Item[]): void {
  const dots: number[] = []; // for each row, where the next dot is before a 354
  let next = Infinity;
  for (let i = group.length - 1; i >= 0; i--) {
    const { text } = group[i]!;
    if (text === '.') next = i;
    dots[i] = next;
    if (text.startsWith('354')) next = Infinity;
  }
  let until = -1; // the dot of the message under way
  let asked = false; // 334
  group.forEach((item, i) => {
    const { row, text } = item;
    if (i <= until) {
      item.from = 'client';
      return;
    }
    const reply = startsWithCode(text) && row.kind === 'reply';
    if (reply) item.from = 'server';
    else if (row.kind === 'command' || isCommandLine(text)) item.from = 'client';
    else if (asked && (isBase64(text) || text === '*')) item.from = 'client';
    else if (text === '.') item.from = 'client';
    if (item.from !== 'note') asked = text.startsWith('334');
    const dot = dots[i + 1] ?? Infinity;
    if (reply && text.startsWith('354') && dot < Infinity) until = dot;
  });
}

/** A program that logs its buffer shows the lines of a reply again with each line that comes: they count once. */
function dropGrown(group: readonly Item[]): void {
  let lines: readonly string[] = []; // of the reply under way
  for (const item of group) {
    if (item.from !== 'server') {
      if (item.from === 'client') lines = [];
      continue;
    }
    const now = item.said.map(({ text }) => text);
    const grown = lines.length > 0 && now.length > lines.length && lines.every((line, i) => line === now[i]);
    if (grown) item.said = item.said.slice(lines.length);
    lines = grown ? now : replyOf(now.at(-1) ?? '')?.more ? [...lines, ...now] : [];
  }
}

/** A program that says the same in two ways, one after the other, says it once. */
function dropRepeats(group: readonly Item[]): void {
  let before: Item | undefined;
  let pending = 0;
  for (const item of group) {
    if (item.from === 'note' || item.row.kind === undefined) continue;
    const again = before?.from === item.from && before.text === item.text && before.row.shape !== item.row.shape;
    if (again && (item.from === 'client' || pending === 0)) {
      item.from = 'note';
      continue;
    }
    if (item.from === 'client') pending++;
    else if (!replyOf(item.text)?.more) pending = Math.max(0, pending - 1);
    before = item;
  }
}

const OPENS = /\b(?:connect(?:ion|ed|ing)?|accept(?:ed|ing)?|session|open(?:ed|ing)?|dial(?:ing|ed)?|trying|client)\b/i;
const CLOSES =
  /\b(?:disconnect\w*|connection (?:was )?(?:closed|lost|terminated|reset|ended)|clos(?:ing|ed?)|session (?:end|clos|finish|complet|terminat)\w*|hang ?up|EOF)\b/i;
const TLS =
  /\b(?:TLS|SSL)\w*\b.{0,80}\b(?:establish|succe|complet|done|negotiat|upgrad|using|started|cipher)|\bcipher\b|secured? connection/i;

/** Remarks that a connection was opened or closed count where the dialogue agrees: a greeting follows, or nothing more. */
function markRemarks(group: readonly Item[]): void {
  let next: Item | undefined; // what is said after it
  for (let i = group.length - 1; i >= 0; i--) {
    const item = group[i]!;
    if (item.from !== 'note') {
      next = item;
      continue;
    }
    const begins = next && (/^(?:220|554|421)\b/.test(next.text) || /^(?:EHLO|HELO|LHLO)$/.test(verbOf(next.text)));
    const text = item.row.line.text.slice(0, 400);
    if (CLOSES.test(text) && (!next || begins)) item.mark = 'close';
    else if (OPENS.test(text) && next?.from === 'server' && begins) item.mark = 'open';
    else if (TLS.test(text) && !/\b(?:fail|error|disabled|not |no )/i.test(text)) item.mark = 'tls';
  }
}

const CLIENT =
  /\b(?:connect(?:ing|ed)? to|connection (?:established )?to|connecting \S+:\d+|trying|resolv\w+|dialing|relaying to|delivering|outbound|outgoing|smtp[-_. /]?(?:client|out|transport|sender)|smtpc|transport|ksmtp|smtp-connection|connection opened)\b/i;
const SERVER =
  /\b(?:connect(?:ion|ed)?:? from|connect ip=|connected at|accept(?:ed|ing)?|incoming|inbound|listen\w*|new (?:connection|client)|new session (?:from|for)|client connected|smtpd|(?<!to )smtp[-_. /]?(?:server|in|receiver|listener|handler)|receiver)\b/i;

/** Who wrote a log, by its remarks and by what stands before each line. */
function vantageOf(group: readonly Item[], remarksOnly = false): Vantage | undefined {
  return vantageBy(
    group.flatMap(({ row, from, text }): [string, number][] => {
      if (from === 'note') return startsWithCode(text) ? [] : [[row.line.text, 3]];
      return remarksOnly ? [] : [[row.words.join(' '), 1]];
    }),
  );
}

/** Who wrote lines like these, each with its weight. */
function vantageBy(lines: readonly (readonly [text: string, weight: number])[]): Vantage | undefined {
  let [client, server] = [0, 0];
  for (const [text, weight] of lines) {
    const told = text.slice(0, 300);
    if (CLIENT.test(told)) client += weight;
    if (SERVER.test(told)) server += weight;
  }
  return server > 2 * client ? 'server' : client > 2 * server ? 'client' : undefined; // a proxy is both
}

function peerIn(text: string): { peer?: string } {
  const peer = /\b(?:from|to|host|peer|client|server|address|ip)\b[ =:"']{0,4}\[?([\w-]{1,63}(?:[.:][\w-]{1,63}){1,12})/i.exec(
    text,
  )?.[1];
  return peer === undefined ? {} : { peer: peer.replace(/^([^:]*):\d+$/, '$1') };
}
