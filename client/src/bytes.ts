/** Bytes as a string with one character (U+0000 to U+00FF) for each. TextDecoder's "latin1" is another code page. */
export function toByteString(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(i, i + CHUNK)));
  return parts.join('');
}

// As many arguments as every engine takes in one call.
const CHUNK = 8192;
