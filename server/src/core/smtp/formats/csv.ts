/** A line of comma-separated values (RFC 4180), each with its place. */
export interface Field {
  /** Without its quotes, doubled quotes undone. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes any line; a quote that is not closed holds the rest. Linear in the line. */
export function readCsv(line: string): Field[] {
  const fields: Field[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let end = at + 1;
      for (;;) {
        const quote = line.indexOf('"', end);
        if (quote < 0) end = line.length;
        else if (line[quote + 1] === '"') {
          end = quote + 2;
          continue;
        } else end = quote;
        break;
      }
      fields.push({ text: line.slice(at + 1, end).replaceAll('""', '"'), start: Math.min(at + 1, end), end });
      at = line.indexOf(',', end);
    } else {
      const comma = line.indexOf(',', at);
      const end = comma < 0 ? line.length : comma;
      fields.push({ text: line.slice(at, end), start: at, end });
      at = comma;
    }
    if (at < 0) return fields;
    at++;
  }
}
