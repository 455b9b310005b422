/**
 * Haraka with the log level PROTOCOL: `time [PROTOCOL] [connection.transaction] [core] S: text`, and `C: text state=1` for what it
 * heard. Plugins that send mail on write the same under the same id and their own name. Messages are left out.
 */
import { count, NOTHING, pieceOf, type Format } from './format';

const LINE = /^(?:(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z?) )?\[PROTOCOL\] \[([\dA-F-]{36})[\d.]*\] \[([^\]]{1,60})\] ([SC]): /i;
const OTHER = /^(?:\d{4}-\d\d-\d\dT[\d:.]{8,15}Z? )?\[[A-Z]{4,8}\] \[[\dA-F.-]{1,60}\] \[([^\]]{1,60})\] /i;
const STATE = / state=\d{1,3}$/;

export const haraka: Format = {
  name: 'haraka',
  vantage: 'server',
  detect: (lines) => count(lines, LINE, 3),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (!m) {
        const other = OTHER.exec(line.text);
        if (!other) return undefined;
        const id = /\[([\dA-F-]{36})[\d.]*\] \[core\] disconnect /i.exec(line.text)?.[1];
        return id === undefined ? NOTHING : [pieceOf(line, other[0].length, { from: 'note', key: `core ${id}`, mark: 'close' })];
      }
      const [all, time, id, plugin, who] = m;
      const own = plugin === 'core';
      const state = own && who === 'C' ? (STATE.exec(line.text)?.[0].length ?? 0) : 0;
      const heard = state > 0 ? { ...line, text: line.text.slice(0, -state) } : line;
      return [
        pieceOf(heard, all.length, {
          from: who === 'S' ? 'server' : 'client',
          key: `${plugin} ${id}`,
          vantage: own ? 'server' : 'client',
          ...(time !== undefined && { time }),
        }),
      ];
    },
  }),
};
