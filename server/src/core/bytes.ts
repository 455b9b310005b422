/**
 * Files as byte strings: one character (U+0000 to U+00FF) for each byte, so that line ends and 8-bit bytes stay what they are.
 */

/**
 * The text of a log to read from: the byte string itself, without a byte order mark. A file in UTF-16, as some consoles write,
 * is decoded, for its bytes are no SMTP.
 */
export function textOfBytes(bytes: string): string {
  if (bytes.startsWith('\xef\xbb\xbf')) return bytes.slice(3);
  if (bytes.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(toArray(bytes));
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(toArray(bytes));
  return bytes;
}

/** The bytes of a text that was changed after `textOfBytes` made it of `original`: in the same encoding, with the same mark. */
export function bytesOfText(text: string, original: string): string {
  if (original.startsWith('\xef\xbb\xbf')) return '\xef\xbb\xbf' + text;
  const little = original.startsWith('\xff\xfe');
  if (!little && !original.startsWith('\xfe\xff')) return text;
  const parts = [little ? '\xff\xfe' : '\xfe\xff'];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    parts.push(little ? String.fromCharCode(c & 0xff, c >> 8) : String.fromCharCode(c >> 8, c & 0xff));
  }
  return parts.join('');
}

/** A byte string as a reader sees it: UTF-8 where it is valid UTF-8, else as it is. Text that is decoded already stays. */
export function readable(bytes: string): string {
  if (!/[\x80-\xff]/.test(bytes) || /[^\x00-\xff]/.test(bytes)) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(toArray(bytes));
  } catch {
    return bytes;
  }
}

/** A copy of plain data in which every string is `readable`. */
export function readableAll<T>(value: T): T {
  if (typeof value === 'string') return readable(value) as T;
  if (Array.isArray(value)) return value.map(readableAll) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, readableAll(v as unknown)])) as T;
}

/** Bytes as an editor would show them: UTF-8, what is none as U+FFFD, without a byte order mark. */
export function utf8OfBytes(bytes: string): string {
  return /[\x80-\xff]/.test(bytes) ? new TextDecoder('utf-8').decode(toArray(bytes)) : bytes;
}

function toArray(bytes: string): Uint8Array {
  const array = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) array[i] = bytes.charCodeAt(i);
  return array;
}
