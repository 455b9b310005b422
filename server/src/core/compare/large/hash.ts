/** Numbers that stand for stretches of bytes: what is equal has equal numbers, and what differs has others as good as always. */
import { wide } from '../../hash';

export { wide };

const FNV = 0x01000193;
const SEED = 0x811c9dc5 | 0;

/**
 * 53 bits that stand for the bytes from `from` to `to` (exclusive); `lower` takes capital letters for small ones. The same as
 * `hashOfText` of the same bytes as latin1.
 */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number, lower: boolean): number {
  let a = SEED;
  let b = 0;
  for (let i = from; i < to; i++) {
    let c = bytes[i]!;
    if (lower && c >= 65 && c <= 90) c += 32;
    a = Math.imul(a ^ c, FNV);
    b = (Math.imul(b, 31) + c) | 0;
  }
  return wide(a, b);
}

/** As `hashOfBytes`, of a text whose characters are bytes. */
export function hashOfText(text: string, lower: boolean): number {
  let a = SEED;
  let b = 0;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if (lower && c >= 65 && c <= 90) c += 32;
    a = Math.imul(a ^ c, FNV);
    b = (Math.imul(b, 31) + c) | 0;
  }
  return wide(a, b);
}
