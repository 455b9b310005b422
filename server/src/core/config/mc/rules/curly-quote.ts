import { t } from '@vscode/l10n';
import type { Edit, Rule } from '../../../problem';
import { change } from '../edits';
import type { McCall, McModel } from '../model';
import { isDirective } from '../names';

/** In a file with more places than this each repairs itself alone. */
const MOST = 200;

const open = '‘‚‛“„´';
const close = '’‘‛”“´';

/** Curly quotes, as word processors and web pages put them: part of the value for m4. */
export const curlyQuote: Rule<McModel> = {
  id: 'mc/curly-quote',
  severity: 'error',
  check(model, report) {
    const edits: Edit[][] = [];
    const seen = new Set<number>();
    const places: { start: number; end: number }[] = [];
    for (const call of model.run) {
      if (!isDirective(call.name) && !['define', 'undefine', 'include', 'sinclude'].includes(call.name)) continue;
      const found = editsFor(model, call);
      if (found.length === 0 || seen.has(found[0]!.start)) continue;
      seen.add(found[0]!.start);
      edits.push(found);
      places.push({ start: found[0]!.start, end: found.at(-1)!.end });
    }
    // One list for all of them, and none where each of very many would carry it along.
    const all = places.length <= MOST ? edits.flat() : undefined;
    places.forEach((place, at) => {
      report({
        ...place,
        message: t("m4 does not know curly quotes and makes them part of the value. Its quotes are ` and '."),
        fixes: [
          all
            ? change(t("Put ` and ' for the curly quotes in the whole file"), all)
            : change(t("Put ` and ' for the curly quotes"), edits[at]!),
        ],
      });
    });
  },
};

function editsFor(model: McModel, call: McCall): Edit[] {
  const { text } = model.source;
  return call.args.flatMap((a): Edit[] => {
    const { start, end } = a.span;
    if (a.quoted || end <= start || call.name === 'VERSIONID') return [];
    const edits: Edit[] = [];
    if (open.includes(text[start]!)) edits.push({ start, end: start + 1, text: '`' });
    if (end - start > 1 && close.includes(text[end - 1]!)) edits.push({ start: end - 1, end, text: "'" });
    return edits;
  });
}
