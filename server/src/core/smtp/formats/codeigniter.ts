/**
 * CodeIgniter's `print_debugger()`: replies alone, each behind the name of what was sent (`hello: 250-…`, `to: 250 …`). Of what was
 * sent only commands without arguments can be told.
 */
import { startsWithCode } from '../wire';
import { count, pieceOf, type Format } from './format';

const NAMED = /^(?:<\/?pre>|<br ?\/?>)*(hello|starttls|from|to|data|reset|quit): (?=[2-5]\d\d[ -])/;
const TAGS = /^(?:<\/?pre>|<br ?\/?>)*/;
const HELLO = '<pre>hello: ';
const WHOLE = new Set(['starttls', 'data', 'quit']);

export const codeIgniter: Format = {
  name: 'codeigniter',
  vantage: 'client',
  detect: (lines) => (count(lines, /(?:^|<pre>)hello: 250/) > 0 ? count(lines, NAMED, 3) : 0),
  open: () => ({
    read(line) {
      const name = NAMED.exec(line.text);
      const from = (name ?? TAGS.exec(line.text))![0].length;
      if (!startsWithCode(line.text.slice(from, from + 4))) return undefined;
      const more = line.text.indexOf('<', from);
      const end = more < 0 || !/^<(?:br|\/?pre)\b/.test(line.text.slice(more, more + 5)) ? line.text.length : more;
      const reply = { ...pieceOf(line, from, { from: 'server' }), text: line.text.slice(from, end), end: line.start + end };
      const word = name?.[1] ?? '';
      const next = line.text.indexOf(HELLO, end); // the greeting and the next reply stand on one line
      if (next >= 0) return [reply, pieceOf(line, next + HELLO.length, { from: 'server' })];
      if (word === '') return [reply];
      const at = from - word.length - 2;
      const side = WHOLE.has(word) ? 'client' : 'note';
      const command = pieceOf({ ...line, text: line.text.slice(0, at + word.length) }, at, { from: side });
      return [command, reply];
    },
  }),
};
