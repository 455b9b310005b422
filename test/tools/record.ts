/** Asks the tool a file is for, and holds what it says against what is recorded; `RECORD=1 npm test -- tools` writes it down anew. */
import { askAboutAliases, askAboutCf, askAboutMap, askAboutMc, type Complaint } from './oracle';
import type { Said } from '../support/verdict';

/** What the real tool says of a file of a type. Nothing reads class files and tcp.smtp but their servers, which say nothing. */
export function ask(type: string, bytes: Buffer): Said[] {
  return complaintsOf(type, bytes).map(({ line, source, text }) => [
    line ?? 0,
    source,
    // m4 names itself as it was called.
    text.replace(/(?:\/[\w.-]+)*\/m4:/g, 'm4:').slice(0, 100),
  ]);
}

function complaintsOf(type: string, bytes: Buffer): readonly Complaint[] {
  switch (type) {
    case 'domains':
    case 'tcprules':
      return [];
    case 'mc':
      return askAboutMc(bytes.toString('latin1'));
    case 'cf':
      return askAboutCf(bytes.toString('latin1'));
    case 'aliases':
      return askAboutAliases(bytes, true);
    default:
      return askAboutMap(bytes).complaints;
  }
}
