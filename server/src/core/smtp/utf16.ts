/** Logs in UTF-16, as Windows programs write them, read byte by byte. */

/**
 * Takes a text in chunks that may end anywhere. A text that begins with the byte order mark of UTF-16 as two single characters,
 * or with a NUL beside each of its first letters, comes out as it was meant; every other text as it is.
 */
export function createDecoder(): { push(chunk: string): string; end(): string } {
  let kind: 'unknown' | 'plain' | 'little' | 'big' = 'unknown';
  let held = '';

  function push(chunk: string): string {
    if (kind === 'plain') return chunk;
    held += chunk;
    if (kind === 'unknown') {
      if (held.length < 4) return '';
      kind = kindOf(held);
      if (kind === 'plain') return release();
    }
    const whole = held.length - (held.length % 2);
    const codes: string[] = [];
    for (let i = 0; i < whole; i += 2) {
      const [a, b] = [held.charCodeAt(i) & 255, held.charCodeAt(i + 1) & 255];
      codes.push(String.fromCharCode(kind === 'little' ? a | (b << 8) : b | (a << 8)));
    }
    held = held.slice(whole);
    return codes.join('');
  }

  function release(): string {
    const rest = held;
    held = '';
    return rest;
  }

  return { push, end: release };
}

function kindOf(head: string): 'plain' | 'little' | 'big' {
  if (head.startsWith('\xff\xfe')) return 'little';
  if (head.startsWith('\xfe\xff')) return 'big';
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => head.charCodeAt(i)) as [number, number, number, number];
  if (a > 0 && a < 128 && b === 0 && c > 0 && c < 128 && d === 0) return 'little';
  return a === 0 && b > 0 && b < 128 && c === 0 && d > 0 && d < 128 ? 'big' : 'plain';
}
