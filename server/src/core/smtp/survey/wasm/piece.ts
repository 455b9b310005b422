/**
 * The piece of the text that is in memory, a byte for each UTF-16 unit, 255 for those above 127, and a zero behind it. Piece by
 * piece a text of any size goes through what the processor has at hand.
 */
export let start: usize = 0;
export let end: usize = 0;
/** Where the piece begins in the text. */
let before: i32 = 0;
let room: i32 = 0;

/** The text is another, of which nothing was seen. */
export function resetPiece(): void {
  start = end = before = room = 0;
}

/** The address where the next piece is to be put, of so many bytes. */
export function roomForPiece(length: i32): usize {
  before += <i32>(end - start);
  if (length > room) {
    room = length;
    start = heap.alloc(length + 8);
  }
  end = start + length;
  store<u64>(end, 0);
  return start;
}

/** The offset in the text of an address in the piece. */
export function offset(at: usize): i32 {
  return before + <i32>(at - start);
}
