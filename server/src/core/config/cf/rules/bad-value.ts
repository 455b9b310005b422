import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { filterFlaws } from '../../filters';
import type { Flaw } from '../../flaw';
import { valueFlaws } from '../../flaw';
import { portFlaws } from '../../ports';
import type { CfModel, CfPart } from '../model';
import { linesOfKind } from '../model';
import { findOption, gluedName, optionOf } from '../options';

/** A value the option, port or filter cannot have. */
export const badValue: Rule<CfModel> = {
  id: 'cf/bad-value',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'option')) {
      const row = optionOf(findOption(line));
      if (!row || gluedName(line) !== undefined) continue;
      const flaws =
        row.name === 'DaemonPortOptions'
          ? portFlaws(line.value.text, 'daemon')
          : row.name === 'ClientPortOptions'
            ? portFlaws(line.value.text, 'client')
            : valueFlaws(line.letter ? row.name : line.name.text, row, line.value.text);
      for (const flaw of flaws) report(toFinding(line.value, flaw));
    }
    for (const line of linesOfKind(model, 'filter')) {
      if (line.name.text === '') continue; // cf/bad-equate
      const at = line.name.end;
      const value = { start: at, end: line.end, text: line.text.slice(at - line.start) };
      for (const flaw of filterFlaws(value.text)) report(toFinding(value, flaw));
    }
  },
};

function toFinding(value: CfPart, flaw: Flaw): Finding {
  const start = Math.min(value.start + flaw.at, value.end);
  const span = { start, end: Math.min(start + flaw.length, value.end) };
  const fixes =
    flaw.near === undefined
      ? undefined
      : [{ title: t('Change to {0}', flaw.near), edits: [{ ...span, text: flaw.near }], preferred: true }];
  return { ...span, severity: flaw.severity, message: flaw.message, fixes };
}
