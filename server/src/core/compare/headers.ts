/** Holds the header fields of a message as the client sent it against those that the server got. */
import type { DataEvent } from '../smtp/model';
import type { HeaderField } from '../smtp/signs';
import { isRespaced } from './blanks';
import { isSameButForTheLog } from './leftOut';
import type { ChangedLine, HeaderPair, MessagePair } from './message';

export type HeaderDifference = Pick<
  MessagePair,
  'headersAdded' | 'headersRemoved' | 'headersChanged' | 'headersRefolded' | 'headersMoved' | 'headersRespaced'
>;

/** Nothing differs, as far as can be seen. */
export const NO_HEADERS: HeaderDifference = {
  headersAdded: [],
  headersRemoved: [],
  headersChanged: [],
  headersRefolded: [],
  headersMoved: [],
  headersRespaced: [],
};

/** True if the log shows the whole header: the blank line behind it, or a message that has no body. */
export function hasHeader(data: DataEvent, bodyAt: number, all: boolean): boolean {
  return data.lines[bodyAt - 1] === '' || (all && data.ended);
}

/** By name and text, whatever the folding. Of several fields of one name those with equal texts belong together. */
export function compareHeaders(
  { lines: sent }: DataEvent,
  { lines: got }: DataEvent,
  client: readonly HeaderField[],
  server: readonly HeaderField[],
): HeaderDifference {
  const waiting = new Map<string, HeaderField[]>();
  for (const field of client) {
    const key = field.name.toLowerCase();
    const list = waiting.get(key);
    if (list) list.push(field);
    else waiting.set(key, [field]);
  }
  const unmatched: HeaderField[] = [];
  const headersRefolded: HeaderPair[] = [];
  const headersMoved: HeaderPair[] = [];
  const headersRespaced: ChangedLine[] = [];
  let last = -1;
  for (const field of server) {
    const list = waiting.get(field.name.toLowerCase());
    const at = list?.findIndex((f) => f.text === field.text || isSameButForTheLog(f.text, field.text)) ?? -1;
    if (at < 0) unmatched.push(field);
    else {
      const before = list!.splice(at, 1)[0]!;
      if (before.line < last) headersMoved.push({ client: before, server: field });
      else last = before.line;
      if (before.endLine - before.line !== field.endLine - field.line) headersRefolded.push({ client: before, server: field });
      else
        for (let k = 0; before.line + k <= before.endLine; k++)
          if (isRespaced(sent[before.line + k]!, got[field.line + k]!))
            headersRespaced.push({ client: before.line + k, server: field.line + k });
    }
  }
  const headersAdded: HeaderField[] = [];
  const headersChanged: HeaderPair[] = [];
  for (const field of unmatched) {
    const before = waiting.get(field.name.toLowerCase())?.shift();
    if (before) headersChanged.push({ client: before, server: field });
    else headersAdded.push(field);
  }
  const headersRemoved = [...waiting.values()].flat();
  return { headersAdded, headersChanged, headersRefolded, headersMoved, headersRespaced, headersRemoved };
}
