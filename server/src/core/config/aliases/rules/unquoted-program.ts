import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import type { AliasEntry, AliasLines, Target } from '../model';

/** A program with arguments needs quotes: blanks become dots and a comma ends it. */
export const unquotedProgram: Rule<AliasLines> = {
  id: 'aliases/unquoted-program',
  severity: 'warning',
  check(model, report) {
    for (const { entry, target } of model.odd) {
      const finding = findingOf(entry, target, target === entry.targets.at(-1));
      if (finding) report(finding);
    }
  },
};

function findingOf(entry: AliasEntry, target: Target, last: boolean): Finding | undefined {
  const { address, text, start, end } = target;
  const single = /^'[|]([^'"]*)'$/.exec(text)?.[1];
  if (single !== undefined) {
    return {
      start,
      end,
      severity: 'error',
      message: t('Single quotes quote nothing here: this is a local name, and no program is run. Use double quotes.'),
      fixes: [{ title: t('Use double quotes'), edits: [{ start, end, text: `"|${single}"` }], preferred: true }],
    };
  }
  if (address.kind !== 'program' || !address.joined || text.includes('"')) return undefined;
  const quoted = { title: t('Put the program in double quotes'), edits: [{ start, end, text: `"${text}"` }], preferred: last };
  if (last) {
    return {
      start,
      end,
      message: t(
        'Without quotes each blank becomes a dot: the program started is {0}. Put it in double quotes.',
        address.text.slice(1),
      ),
      fixes: [quoted],
    };
  }
  const whole = entry.targets.at(-1)!.end;
  const all =
    entry.line.lines.length === 1
      ? [
          { start, end: start, text: '"' },
          { start: whole, end: whole, text: '"' },
        ]
      : [];
  return {
    start,
    end: whole,
    severity: 'error',
    message: t(
      'Without quotes the comma ends the program: {0} is started, and what follows gets the mail too. Put the program in double quotes.',
      address.text.slice(1),
    ),
    fixes: all.length > 0 ? [{ title: t('Put all of it in double quotes'), edits: all }, quoted] : [quoted],
  };
}
