/** Two numbers of 32 bits as one of 53. */
export function wide(a: number, b: number): number {
  return (a >>> 0) * 0x200000 + ((b ^ (b >>> 15)) & 0x1fffff);
}
