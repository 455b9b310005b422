/**
 * What Wireshark and tshark made of the packets, field by field: the details as text (`-V`, `-O smtp`, "Export Packet Dissections"),
 * JSON (`-T json`) and PDML. A message they show as one part of a mail, not as lines: only its dot is taken.
 */
import type { Piece } from '../model';
import { count, pieceOf, type Format } from './format';
import { ENTITIES } from './generic/rows';
import { timeIn } from './generic/stamp';

const FRAME =
  /^(?:Frame \d+: \d+ bytes on wire| {6}"_index": "packets-| {8}"frame": \{|<pdml |<packet>| {2}<proto name="(?:frame|eth)")/;
const SAID =
  /^ {4}(?:Command Line|(Response)|C|Username(?:\/Password)?|Password): (.*)$|^\s*"smtp\.(?:command_line|(response)|auth\.\w+)": "(.*)",?$|<field name="smtp\.(?:command_line|(response)|auth\.\w+)" showname="[\w /]+: ([^"]*)"/;
/** The text of each line of a reply, the first one's too; versions from 3.0 show the others here alone. */
const TEXT =
  /^ {8}Response parameter: (.*)$|^\s*"smtp\.rsp\.parameter": "(.*)",?$|<field name="smtp\.rsp\.parameter" showname="Response parameter: ([^"]*)"/;
const STREAM =
  /^Transmission Control Protocol, Src Port: [^,]{0,40}?(\d{1,5})\)?, Dst Port: [^,]{0,40}?(\d{1,5})\)?,|"tcp\.stream": "(\d+)"|name="tcp\.stream" [^>]{0,200} show="(\d+)"/;
const TIME = /Arrival Time: (.*)|"frame\.time": "([^"]*)"/;
/** A whole message, put together of its packets. */
const MESSAGE = /^ {4}\[\d+ DATA fragments? \(|^\s*"smtp\.data\.fragments": |<field name="smtp\.data\.fragments"/;
const OTHER = /^(?:$|[\s<[\]{}]|[A-Z][\w -]+(?:,|$)|[\da-f]{4} )/;

export const wireshark: Format = {
  name: 'wireshark',
  vantage: 'both',
  detect: (lines) => count(lines, FRAME, 40) + count(lines, SAID, 4),
  open() {
    let key = '';
    let time: string | undefined;
    let shown = false; // lines of the message at hand
    let code: string | undefined; // of a reply of several lines
    let first = false; // its first line was the last one seen
    let held: Piece | undefined; // a line of it: the last one has no hyphen
    const release = (mark: string): Piece[] => {
      const piece = held;
      held = undefined;
      return piece ? [{ ...piece, text: `${code}${mark}${piece.text}` }] : [];
    };
    return {
      end: () => release(' '),
      read(line) {
        const { text } = line;
        const more = code === undefined ? null : TEXT.exec(text);
        if (more) {
          const pieces = release('-');
          if (!first)
            held = {
              ...pieceOf(line, 0, { from: 'server', key, ...(time && { time }) }),
              text: plain(more[1] ?? more[2] ?? more[3]!),
            };
          first = false;
          return pieces;
        }
        const pieces = release(' ');
        const m = SAID.exec(text);
        if (m) {
          const from = (m[1] ?? m[3] ?? m[5]) ? 'server' : 'client';
          const said = (m[2] ?? m[4] ?? m[6]!).replace(/\\r\\n$/, '');
          const start = Math.max(0, text.indexOf(said));
          const hidden = said === '.' && !shown;
          shown = said !== '.' && text.startsWith('    C:');
          code = from === 'server' ? /^(\d{3})-/.exec(said)?.[1] : undefined;
          first = true;
          return [
            ...pieces,
            { ...pieceOf(line, start, { from, key, ...(time && { time }), ...(hidden && { hidden }) }), text: plain(said) },
          ];
        }
        if (!OTHER.test(text)) return pieces.length > 0 ? pieces : undefined;
        if (MESSAGE.test(text)) return [...pieces, { ...pieceOf(line, 0, { from: 'client', key, hidden: true }), text: '.' }];
        const stream = STREAM.exec(text);
        if (stream) key = stream[1] === undefined ? (stream[3] ?? stream[4]!) : [stream[1], stream[2]!].sort().join(' ');
        const clock = TIME.exec(text);
        if (clock) time = timeIn(clock[1] ?? clock[2]!, 80);
        return pieces;
      },
    };
  },
};

/** Without the escapes of JSON and XML. */
function plain(text: string): string {
  return text.replace(/\\(["\\])|&(lt|gt|amp|quot);/g, (_, c: string | undefined, name: string) => c ?? ENTITIES[name]!);
}
