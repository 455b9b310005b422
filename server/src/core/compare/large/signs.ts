/** Pairs with a sign: some dozen numbers each, and a `SessionPair` when somebody asks for one. */
import type { SessionPair, SessionPlace } from '../report';
import { eachLine, linesOf, sameOf, type Finding, type Lined } from './findings';
import { placeOf } from './half';
import type { Folds } from './key';
import { larger, type Live, type Stretch } from './live';

export interface Signs {
  /** Notes a pair, the one that was judged itself (`own`) or another with the same judgement. */
  add(finding: Finding, own: boolean, client: Live, server: Live, folds: Folds): void;
  count(): number;
  finding(sign: number): Finding;
  /** True if the pair is the one that was judged itself. */
  isOwn(sign: number): boolean;
  pair(sign: number): SessionPair;
  lined(sign: number): Lined;
  stretches(sign: number): readonly [Stretch, Stretch];
  /** The numbers of all signs, in the order of the client's log. */
  inOrder(): Int32Array;
}

/** Numbers of each side, but for its keys. */
const SIDE = 12;

export function createSigns(): Signs {
  let ints = new Int32Array(1024);
  let used = 0;
  let starts = new Int32Array(64);
  let orders = new Float64Array(64);
  let count = 0;
  const findings: Finding[] = [];
  const numbers = new Map<Finding, number>();
  const double = new Float64Array(1);
  const halves = new Int32Array(double.buffer);
  let at = 0;
  let lines = new Int32Array(16);

  function push(value: number): void {
    if (used === ints.length) ints = larger(ints, used + 1);
    ints[used++] = value;
  }

  /** Puts a double where there is room. */
  function putDouble(value: number): void {
    double[0] = value;
    ints[used++] = halves[0]!;
    ints[used++] = halves[1]!;
  }

  function next(): number {
    return ints[at++]!;
  }

  function nextDouble(): number {
    halves[0] = next();
    halves[1] = next();
    return double[0]!;
  }

  function add(finding: Finding, own: boolean, client: Live, server: Live, folds: Folds): void {
    if (count === starts.length) {
      starts = larger(starts, count + 1);
      const more = new Float64Array(starts.length);
      more.set(orders);
      orders = more;
    }
    let number = numbers.get(finding);
    if (number === undefined) numbers.set(finding, (number = findings.push(finding) - 1));
    starts[count] = used;
    orders[count++] = client.order;
    const room = used + 2 + 2 * SIDE + 2 * (client.keys.length + server.keys.length);
    if (room > ints.length) ints = larger(ints, room);
    ints[used++] = number;
    ints[used++] = own ? 1 : 0;
    putSide(client);
    putSide(server);
    if (!own) eachLine(finding, client, server, folds, push);
  }

  function putSide(live: Live): void {
    const place = placeOf(live);
    putDouble(live.order);
    putDouble(live.start);
    putDouble(live.end);
    ints[used++] = live.line;
    ints[used++] = live.endLine;
    ints[used++] = place.line;
    ints[used++] = place.part ? place.endLine : -1;
    ints[used++] = live.odd ? live.part : -1;
    ints[used++] = live.keys.length;
    for (let i = 0; i < live.keys.length; i++) putDouble(live.keys[i]!);
  }

  function side(): { readonly order: number; readonly stretch: Stretch; readonly place: SessionPlace } {
    const order = nextDouble();
    const start = nextDouble();
    const end = nextDouble();
    const line = next();
    const endLine = next();
    const from = next();
    const to = next();
    const part = next();
    const keys = Array.from({ length: next() }, nextDouble);
    return {
      order,
      stretch: { start, end, line, endLine, odd: part >= 0, part: Math.max(0, part), keys },
      place: to < 0 ? { line, endLine } : { line: from, endLine: to, part: true },
    };
  }

  function pair(sign: number): SessionPair {
    at = starts[sign]!;
    const finding = findings[next()]!;
    if (next() === 1) return finding.pair;
    const client = side();
    const server = side();
    return sameOf(
      finding,
      { clientSession: client.order, serverSession: server.order, client: client.place, server: server.place },
      next,
    );
  }

  function lined(sign: number): Lined {
    const own = ints[starts[sign]! + 1] === 1;
    const { pair: like, told } = findings[ints[starts[sign]!]!]!;
    if (own || !told || !fillLines(starts[sign]! + 2, like, told)) {
      const itself = pair(sign);
      return { like: itself, lines: linesOf(itself) };
    }
    return { like, lines };
  }

  /** Fills `lines`; false where the evidence would stand in another order. */
  function fillLines(sides: number, like: SessionPair, told: NonNullable<Finding['told']>): boolean {
    if (lines.length < 4 + told.length * 2) lines = larger(lines, 4 + told.length * 2);
    let from = sides; // as `putSide` leaves it
    for (const place of [0, 2]) {
      const part = ints[from + 9]! >= 0;
      lines[place] = ints[from + (part ? 8 : 6)]!;
      lines[place + 1] = ints[from + (part ? 9 : 7)]!;
      from += SIDE + ints[from + SIDE - 1]! * 2;
    }
    let filled = 4;
    let before = -1;
    for (let i = 0; i < told.length; i++) {
      const [client, server] = told[i]!;
      const first = filled;
      if (client >= 0) lines[filled++] = ints[from + client]!;
      if (server >= 0) lines[filled++] = ints[from + server]!;
      const line = filled > first ? lines[first]! : 0;
      if (i > 0 && like.evidence[i]!.weight === like.evidence[i - 1]!.weight && line <= before) return false;
      before = line;
    }
    return true;
  }

  return {
    add,
    count: () => count,
    finding: (sign) => findings[ints[starts[sign]!]!]!,
    isOwn: (sign) => ints[starts[sign]! + 1] === 1,
    pair,
    lined,
    stretches: (sign) => {
      at = starts[sign]! + 2;
      return [side().stretch, side().stretch];
    },
    inOrder: () => Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => orders[a]! - orders[b]!),
  };
}
