/** Text of a file as a message shows it. */

/** `text` on one line, cut after `most` characters (UTF-16 units). */
export function shown(text: string, most = 60): string {
  const start = text
    .slice(0, most + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > most ? start.slice(0, most) + '…' : start;
}
