/**
 * MailEnable's SMTP activity log: columns parted by tabs: time, SMTP-IN or SMTP-OU, message file, socket, address, verb, command,
 * reply, bytes. A line holds a command and its reply, of which only the first line is there.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { startsWithCode } from '../wire';
import { count, pieceOf, type Format } from './format';
import { columnsOf } from './generic/rows';
import { timeIn } from './generic/stamp';

const LINE = /^\d{1,2}\/\d{1,2}\/\d{2,4} \d\d:\d\d:\d\d\tSMTP-(?:IN|OU)\t/;

export const mailEnable: Format = {
  name: 'mailenable',
  vantage: 'server',
  detect: (lines) => count(lines, LINE, 3),
  open: () => {
    const messages = new Set<string>(); // connections whose 354 was the last reply
    return { read: (line) => readLine(line, messages) };
  },
};

function readLine(line: Line, messages: Set<string>): readonly Piece[] | undefined {
  if (!LINE.test(line.text)) return undefined;
  const fields = columnsOf(line.text, '\t');
  const outgoing = fields[1]!.text === 'SMTP-OU';
  const base = {
    key: `${fields[1]!.text} ${fields[3]?.text ?? ''}`,
    time: timeIn(line.text, 20),
    peer: fields[4]?.text,
    vantage: outgoing ? 'client' : 'server',
  } as const;
  const [command, reply] = [fields[6], fields[7]];
  const [verb, dot] = [command?.text.trim() ?? '', { ...pieceOf(line, 0, { from: 'client', ...base, hidden: true }), text: '.' }];
  const after = messages.delete(base.key) && !(verb === '' && reply?.text.startsWith('220')); // what was sent is not shown
  if (reply?.text.startsWith('354')) messages.add(base.key);
  const said = verb !== '' && !(after && verb === 'DATA');
  return [
    ...(after ? [{ ...dot, end: line.start }] : []),
    ...(said && command
      ? [{ ...pieceOf(line, command.start, { from: 'client', ...base }), text: command.text, end: line.start + command.end }]
      : []),
    ...(reply && startsWithCode(reply.text)
      ? [
          {
            ...pieceOf(line, reply.start, { from: 'server', ...base }),
            text: reply.text,
            end: line.start + reply.end,
          },
        ]
      : []),
  ];
}
