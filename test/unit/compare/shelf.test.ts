import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Live } from '../../../server/src/core/compare/large/live';
import { createRoom } from '../../../server/src/core/compare/large/room';
import { createShelf } from '../../../server/src/core/compare/large/shelf';
import { ABSENT, createTable } from '../../../server/src/core/compare/large/table';

/** A session with `n` in everything, and as many lines. */
function sessionOf(n: number, live = new Live()): Live {
  live.clear();
  Object.assign(live, {
    order: n + 0.5,
    start: n * 2 ** 33,
    end: n * 2 ** 33 + 7,
    line: n,
    endLine: n + 1,
    sum: n,
    odd: n % 2 === 1,
  });
  live.keys = [n, n + 1];
  live.began = n % 3 === 0 ? NaN : n;
  live.hasGreeting = true;
  live.greeting = n * 2 ** 21;
  live.reserve(n, n);
  for (; live.count < n; live.count++) {
    live.lines[live.count] = n;
    live.hashes[live.count] = -n;
    live.kinds[live.count] = n + live.count;
    live.tokens[live.tokenCount++] = n;
    live.messages[live.messageCount++] = n;
    live.addFact(n % 5, n * 2 ** 22 + 1);
  }
  return live;
}

/** What of a session a shelf keeps. */
function kept(live: Live): object {
  const { order, start, end, line, endLine, sum, odd, keys, began, greeting, count, tokenCount, factCount, messageCount } = live;
  const rows = [
    live.lines.slice(0, count),
    live.hashes.slice(0, count),
    live.kinds.slice(0, count),
    live.tokens.slice(0, tokenCount),
    live.factKinds.slice(0, factCount),
    live.facts.slice(0, factCount),
    live.messages.slice(0, messageCount),
  ].map((row) => [...row]);
  return { order, start, end, line, endLine, sum, odd, keys: [...keys], began, greeting, rows };
}

describe('Sessions that wait for their partner', () => {
  it('come back as they were, in whatever order others come and go', () => {
    const step = fc.record({ lines: fc.nat(40), leave: fc.double({ min: 0, max: 1, noNaN: true }), stays: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 200 }), (steps) => {
        const shelf = createShelf(256);
        const waiting: { place: number; lines: number }[] = [];
        const into = new Live();
        for (const { lines, leave, stays } of steps) {
          waiting.push({ place: shelf.put(sessionOf(lines)), lines });
          if (stays) continue;
          const [gone] = waiting.splice(Math.floor(leave * (waiting.length - 1)), 1);
          shelf.fill(gone!.place, into);
          assert.deepEqual(kept(into), kept(sessionOf(gone!.lines)));
          shelf.remove(gone!.place);
        }
        assert.deepEqual(
          shelf.places(),
          waiting.map((w) => w.place).sort((a, b) => a - b),
        );
        for (const { place, lines } of waiting) {
          shelf.fill(place, into);
          assert.deepEqual(kept(into), kept(sessionOf(lines)));
        }
      }),
    );
  });
});

describe('The room in which sessions wait', () => {
  it('gives each back as it was, whether it came just now or long ago', () => {
    const step = fc.record({ lines: fc.nat(20), leave: fc.double({ min: 0, max: 1, noNaN: true }), stays: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
        const pool: Live[] = [];
        const release = (live: Live): void => {
          live.clear();
          pool.push(live);
        };
        const room = createRoom({ spare: () => pool.pop() ?? new Live(), release }, 4);
        const waiting: { seat: number; lines: number }[] = [];
        for (const { lines, leave, stays } of steps) {
          waiting.push({ seat: room.enter(sessionOf(lines, pool.pop())), lines });
          if (stays) continue;
          const [gone] = waiting.splice(Math.floor(leave * (waiting.length - 1)), 1);
          assert.equal(room.look(gone!.seat, false).line, gone!.lines);
          const live = room.leave(gone!.seat);
          assert.deepEqual(kept(live), kept(sessionOf(gone!.lines)));
          release(live);
        }
        assert.deepEqual(
          room.seats(),
          waiting.map((w) => w.seat).sort((a, b) => a - b),
        );
        for (const { seat, lines } of waiting) assert.deepEqual(kept(room.look(seat, true)), kept(sessionOf(lines)));
      }),
    );
  });
});

describe('Numbers by numbers', () => {
  it('knows what was set last, and what was not', () => {
    const key = fc.oneof(fc.nat(50), fc.maxSafeInteger().map(Math.abs));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 300 }), key, (entries, other) => {
        const table = createTable(2);
        for (const [k, v] of entries) table.set(k, v);
        const map = new Map(entries);
        for (const [k, v] of map) assert.equal(table.get(k), v);
        assert.equal(table.get(other), map.get(other) ?? ABSENT);
        assert.equal(table.size(), map.size);
      }),
    );
  });
});
