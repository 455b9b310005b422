/** Where sessions wait for their partner: those that came last as they are, the others as numbers on a shelf. */
import type { Indexer } from './indexer';
import type { Live } from './live';
import { createShelf } from './shelf';

export interface Room {
  /** Takes a session; gives its seat, a number from 0 that is given again once it has left. */
  enter(live: Live): number;
  /** The session of a seat, to look at until the room is asked again; without `whole` its lines and messages may be missing. */
  look(seat: number, whole: boolean): Live;
  /** Lets a session go; it is the caller's. */
  leave(seat: number): Live;
  /** The seats of all, in no order of time. */
  seats(): number[];
}

/** Most partners come within as many sessions. */
const RECENT = 1024;
const EMPTY = -1;

/** `indexer` gives and takes sessions; so many of the last ones stay as they are. */
export function createRoom(indexer: Pick<Indexer, 'spare' | 'release'>, recent = RECENT): Room {
  const shelf = createShelf();
  const scratch = indexer.spare();
  const lives: (Live | undefined)[] = []; // by seat
  const places: number[] = []; // by seat, on the shelf
  const free: number[] = [];
  // The last seats that were taken, with the order of who took them: it may have left, and another have come.
  const lastSeats = new Int32Array(recent).fill(EMPTY);
  const lastOrders = new Float64Array(recent);
  let next = 0;

  function enter(live: Live): number {
    const old = lastSeats[next]!;
    const left = old === EMPTY ? undefined : lives[old];
    if (left && left.order === lastOrders[next]) {
      places[old] = shelf.put(left);
      lives[old] = undefined;
      indexer.release(left);
    }
    const seat = free.pop() ?? lives.length;
    lives[seat] = live;
    places[seat] = EMPTY;
    lastSeats[next] = seat;
    lastOrders[next] = live.order;
    next = (next + 1) % recent;
    return seat;
  }

  function look(seat: number, whole: boolean): Live {
    const live = lives[seat];
    if (live) return live;
    if (whole) shelf.fill(places[seat]!, scratch);
    else shelf.glance(places[seat]!, scratch);
    return scratch;
  }

  function leave(seat: number): Live {
    let live = lives[seat];
    if (!live) {
      live = indexer.spare();
      shelf.fill(places[seat]!, live);
      shelf.remove(places[seat]!);
    }
    lives[seat] = undefined;
    places[seat] = EMPTY;
    free.push(seat);
    return live;
  }

  function seats(): number[] {
    const all: number[] = [];
    for (let i = 0; i < lives.length; i++) if (lives[i] || places[i] !== EMPTY) all.push(i);
    return all;
  }

  return { enter, look, leave, seats };
}
