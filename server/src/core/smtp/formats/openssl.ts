/**
 * `openssl s_client -starttls smtp`: a screen like a terminal's, after certificates and parameters between lines of `---`.
 * s_client speaks the greeting, EHLO and STARTTLS itself and shows the last line of the EHLO reply. Without -quiet a typed line
 * that starts with R renegotiates and one that starts with Q ends the session; neither is sent.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { startsWithCode } from '../wire';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';
import { createTerminalReader, detectTerminal } from './terminal';

const SURE = /^(?:CONNECTED\([\dA-F]+\)|verify return:\d+|depth=\d+ .*|Verify return code: \d.*|Can't use SSL_get_servername)$/;
const REMARK = /^(?:read R BLOCK|DONE|closed|read:errno=\d+|depth=\d.*|verify \S.*)$/;
/** What -debug and -msg show of the bytes of TLS. */
const BYTES =
  /^(?:(?:read from|write to) 0x|[\da-f]{4} - (?:[\da-f]{2}[ -]|$)|(?:>>>|<<<) (?:TLS|SSL|\?\?\?|Not TLS)| {4}[\da-f]{2}(?: [\da-f]{2}){0,15}$)/;
const TLS = /^(?:verify return:|New, TLS|New, SSL|Verify return code)/;

export const openssl: Format = {
  name: 'openssl-s_client-quiet',
  vantage: 'client',
  detect(lines) {
    const sure = count(lines, SURE, 3) + count(lines, BYTES, 2);
    return sure > 0 ? sure + detectTerminal(lines) : 0;
  },
  open: () => createReader(),
};

function createReader(): FormatReader {
  const screen = createTerminalReader(true);
  let inBlock = false; // between two `---`
  let header = true; // before the first reply
  let verbose = false; // run without -quiet
  let seen = new Set<Mark>(); // remarks made of this connection
  let held: readonly Piece[] = NOTHING; // a typed line that may not have been sent

  function read(line: Line): readonly Piece[] | undefined {
    const { text } = line;
    if (BYTES.test(text)) return NOTHING;
    const before = release(text === 'RENEGOTIATING');
    if (text.startsWith('CONNECTED(')) {
      header = verbose = true;
      seen = new Set();
    }
    if (header && !startsWithCode(text)) return [...before, ...connection(line)];
    header = false;
    if (verbose && /^(?:RENEGOTIATING$|[\dA-F]{6,}:error:)/.test(text)) return [...before, pieceOf(line, 0, { from: 'note' })];
    if (!screen.inMessage()) {
      if (text === '---') inBlock = !inBlock;
      if (text === '---' || inBlock) return before;
      if (REMARK.test(text)) return [...before, remark(line)];
    }
    if (verbose && text.startsWith('Q')) return [...before, pieceOf(line, 0, { from: 'note', mark: 'close' })];
    const pieces = screen.read(line);
    if (!pieces) return before.length > 0 ? before : undefined;
    if (!verbose || !text.startsWith('R') || pieces[0]?.from !== 'client') return [...before, ...pieces];
    held = pieces;
    return before;
  }

  /** Of the lines before the first reply: that the connection was opened, and that it has TLS. */
  function connection(line: Line): readonly Piece[] {
    const mark: Mark = seen.has('open') ? 'tls' : 'open';
    if (seen.has(mark) || (mark === 'tls' && !TLS.test(line.text))) return NOTHING;
    seen.add(mark);
    return [pieceOf(line, 0, { from: 'note', mark })];
  }

  /** What was typed before this line: a remark if this line shows that it was not sent. */
  function release(kept = false): readonly Piece[] {
    const pieces = held;
    held = NOTHING;
    return kept ? pieces.map((piece) => ({ ...piece, from: 'note' })) : pieces;
  }

  return {
    read,
    end: () => [...release(), ...(screen.end?.() ?? [])],
    name: () => (verbose ? 'openssl-s_client' : 'openssl-s_client-quiet'),
  };
}

function remark(line: Line): Piece {
  const close = /^(?:DONE|closed|read:errno)/.test(line.text);
  return pieceOf(line, 0, { from: 'note', ...(close && { mark: 'close' }) });
}
