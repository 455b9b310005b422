/** What a log puts behind the text of the wire: line ends in letters, fields, remarks that stand behind all commands. */
import { END, type Layout, type Row, type Said } from './rows';

/** Takes away written line ends where most commands or most replies have one. */
export function endCutter(rows: readonly Row[], layout: Layout): (said: Said) => Said {
  const trailing = trailingKeys(rows, layout);
  const mark = markBehind(rows, layout, trailing);
  const marks = mark === '' ? [] : [mark, mark.replaceAll('<', '>')].map((one) => one.split(/\d+/));
  const all = { command: 0, reply: 0 };
  const ended = { command: 0, reply: 0 };
  const ends = new Map<string, number>();
  for (const row of rows) {
    if (!row.kind || all[row.kind] >= 1000) continue;
    all[row.kind]++;
    const end = END.exec(layout.said(row)[0]!.text.slice(-16))?.[0];
    if (end === undefined) continue;
    ended[row.kind]++;
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const [usual = ''] = [...ends].sort((a, b) => b[1] - a[1])[0] ?? [];
  const cutFields = (said: Said): Said => {
    let text = trailing.size > 0 ? withoutFields(said.text, (key) => trailing.has(key)) : said.text;
    for (const parts of marks) text = withoutMark(text, parts) ?? text;
    return text === said.text ? said : { ...said, text, end: Math.max(said.start, said.end - (said.text.length - text.length)) };
  };
  if (ended.command * 2 <= all.command && ended.reply * 2 <= all.reply) return (said) => withoutEnd(cutFields(said));
  return (whole) => {
    const said = cutFields(whole);
    const tail = said.text.endsWith(usual) ? usual.length : 0;
    return tail === 0 ? said : { ...said, text: said.text.slice(0, -tail), end: Math.max(said.start, said.end - tail) };
  };
}

/** A command that takes no argument has none: what seems to be one is its line end, written. */
function withoutEnd(said: Said): Said {
  const verb = /^(?:QUIT|DATA|RSET|NOOP|STARTTLS)(?=\\[rn])/i.exec(said.text)?.[0];
  return verb === undefined ? said : { ...said, text: verb };
}

const FIELD = / ([\w.-]{1,40})=(?:"[^"]{0,200}"|[^\s"]{0,200})$/;

/** Names of the fields (`module=smtp`) that stand behind commands which take no parameters: they are the log's, wherever they stand. */
function trailingKeys(rows: readonly Row[], layout: Layout): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const row of rows.filter(({ kind }) => kind === 'command').slice(0, 100)) {
    const text = layout.said(row)[0]!.text;
    if (/^(?:EHLO|HELO|DATA|QUIT|RSET)\b/i.test(text)) withoutFields(text, (key) => keys.add(key) !== undefined);
  }
  return keys;
}

/** What stands behind all commands, whatever its numbers, as ` (wait up to 300 seconds)` and `, 6 bytes`; '' if nothing does. */
function markBehind(rows: readonly Row[], layout: Layout, trailing: ReadonlySet<string>): string {
  const commands = rows.filter(({ kind }) => kind === 'command').slice(0, 100);
  const texts = commands.map((row) => withoutFields(layout.said(row)[0]!.text, (key) => trailing.has(key)).trimEnd());
  const bare = texts
    .map((text) => /^(?:DATA|QUIT|RSET|STARTTLS)\b(.*)/i.exec(text)?.[1]?.trim())
    .find((tail) => tail !== undefined);
  if (bare === undefined || texts.length < 3 || END.test(bare)) return '';
  return texts.every((text) => withoutMark(text, bare.split(/\d+/)) !== undefined) ? bare : '';
}

/** A text without the mark at its end that has these parts, with numbers between them; undefined if it has another end. */
function withoutMark(text: string, parts: readonly string[]): string | undefined {
  let rest = text.trimEnd();
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!;
    if (!rest.endsWith(part)) return undefined;
    rest = rest.slice(0, rest.length - part.length);
    if (i > 0 && rest === (rest = rest.replace(/\d{1,10}$/, ''))) return undefined;
  }
  return rest.trimEnd();
}

/** A text without the fields at its end that `isLogs` says are not its own. */
function withoutFields(text: string, isLogs: (key: string) => boolean): string {
  let rest = text;
  for (let i = 0; i < MOST_FIELDS; i++) {
    const field = FIELD.exec(rest.slice(-250));
    if (!field || !isLogs(field[1]!)) break;
    rest = rest.slice(0, rest.length - field[0].length);
  }
  return rest;
}

const MOST_FIELDS = 8;
