/**
 * Perl's Net::SMTP with `Debug => 1`: `Net::SMTP=GLOB(0x…)>>> ` was sent, `<<<` received; the address names the connection.
 * Lines without it list the versions of modules. Message lines are shown before dot-stuffing.
 */
import { count, NOTHING, pieceOf, type Format } from './format';

const LINE = /^Net::SMTPS?(?:::\w+)*(?:=GLOB\((0x[\da-f]+)\))?(>>>|<<<)(?: |$)/;
const SURE = /^Net::SMTPS?(?:::\w+)*=GLOB\(0x[\da-f]+\)(?:>>>|<<<)/;

export const netSmtp: Format = {
  name: 'perl-net-smtp-debug',
  vantage: 'client',
  unstuffed: true,
  detect: (lines) => count(lines, SURE, 3),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (!m) return undefined;
      if (m[1] === undefined) return NOTHING;
      return [pieceOf(line, m[0].length, { from: m[2] === '<<<' ? 'server' : 'client', key: m[1] })];
    },
  }),
};
