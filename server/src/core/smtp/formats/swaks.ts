/**
 * swaks' standard output: four characters, then the text. ` -> ` and `<-  ` are the two sides, `<** ` a reply swaks had not
 * hoped for; a tilde in place of the hyphen is the same inside TLS. `=== ` is a remark, `*** ` an error of swaks itself.
 */
import type { Mark, Piece } from '../model';
import { isCommandLine } from '../wire';
import { count, NOTHING, pieceOf, withoutDots, type Format } from './format';

const LINE = /^(?: [-~]> |<[-~] {2}|<\*\* |<~\* |=== |\*\*\* )/;
const SURE = /^(?:(?:<[-~] {2}|<\*\* |<~\* )[2-5]\d\d[ -]|=== (?:Trying \S+:\d+\.\.\.|Connection closed with remote host))/;
const SENT = /^ [-~]> /;

/** With --suppress-data. */
const SUPPRESSED = /^ [-~]> \d+ lines sent$/;

/** With --show-raw-text: the bytes of what is shown anyhow. */
const RAW = /^(?:< {3}| {2}> )\d{4}: (?:[\dA-F]{2} {1,2})/;

/** A line read from a file whose last blank was cut off, as editors do. */
const EMPTY = /^ [-~]>$/;

export const swaks: Format = {
  name: 'swaks',
  vantage: 'client',
  detect(lines) {
    const commands = lines.filter((line) => SENT.test(line) && isCommandLine(line.slice(4)));
    return count(lines, SURE, 3) + 2 * commands.length;
  },
  open: () => ({
    read(line) {
      if (EMPTY.test(line.text)) return [pieceOf(line, 3, { from: 'client' })];
      if (!LINE.test(line.text)) return RAW.test(line.text) ? NOTHING : undefined;
      const marker = line.text.slice(0, 4);
      if (marker === '=== ' || marker === '*** ') return [remark(pieceOf(line, 4, { from: 'note' }))];
      if (SUPPRESSED.test(line.text)) return [pieceOf(line, 4, { from: 'client', hidden: true })];
      return [pieceOf(line, 4, { from: marker.startsWith('<') ? 'server' : 'client' })];
    },
  }),
};

function remark(piece: Piece): Piece {
  const { text } = piece;
  const peer = /^(?:Trying|Connected to) (\S+)$/.exec(text)?.[1];
  const mark: Mark | undefined = text.startsWith('Trying ')
    ? 'open'
    : text.startsWith('TLS started')
      ? 'tls'
      : text.startsWith('Connection closed')
        ? 'close'
        : undefined;
  return { ...piece, ...(mark && { mark }), ...(peer && { peer: withoutDots(peer) }) };
}
