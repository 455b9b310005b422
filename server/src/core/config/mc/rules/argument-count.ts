import { t } from '@vscode/l10n';
import { directives } from '../../../knowledge/directives';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McCall, McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

const most = new Map([
  ...directives.map((d): [string, number] => [d.name, d.argsMax]),
  ['define', 2],
  ['ifdef', 3],
  ['include', 1],
  ['sinclude', 1],
]);
const featureMost = new Map(features.map((f) => [f.name, f.argsMax + 1]));

/** More arguments than are looked at: mostly a value with commas that is not in quotes. */
export const argumentCount: Rule<McModel> = {
  id: 'mc/argument-count',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, ...most.keys())) {
      const allowed = call.name === 'FEATURE' ? (featureMost.get(valueOf(call, 0)) ?? Infinity) : most.get(call.name)!;
      const extra = call.args.slice(allowed).find((a) => a.text.trim() !== '');
      if (!extra || call.open === undefined) continue;
      const name = call.name === 'FEATURE' ? `FEATURE(\`${valueOf(call, 0)}')` : call.name;
      const wrap = quoteAll(model, call, allowed);
      report({
        start: extra.span.start,
        end: call.args.at(-1)!.span.end,
        // Of a FEATURE nothing is lost: Red Hat's own file has one with an argument too many.
        severity: call.name === 'FEATURE' ? 'info' : 'warning',
        message: wrap
          ? t('{0} takes {1}: this is behind a comma and is ignored. Put the whole value in quotes.', name, count(allowed))
          : t('{0} takes {1}: this one is ignored.', name, count(call.name === 'FEATURE' ? allowed - 1 : allowed)),
        fixes: wrap && [wrap],
      });
    }
  },
};

function count(n: number): string {
  return n === 0 ? t('no argument') : n === 1 ? t('one argument') : t('{0} arguments', n);
}

/** Quotes around the last argument that counts and all behind it, if none of them has any yet. */
function quoteAll(model: McModel, call: McCall, allowed: number): ReturnType<typeof change> | undefined {
  const first = call.args[allowed - 1];
  const last = call.args.at(-1);
  if (call.name === 'FEATURE' || !first || !last || call.args.slice(allowed - 1).some((a) => a.quoted)) return undefined;
  const { start } = first.span;
  const { end } = last.span;
  if (/[`']/.test(model.source.text.slice(start, end))) return undefined;
  return change(t('Put the whole value in quotes'), [
    { start, end: start, text: '`' },
    { start: end, end, text: "'" },
  ]);
}
