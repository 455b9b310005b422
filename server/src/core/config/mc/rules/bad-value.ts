import { t } from '@vscode/l10n';
import { conf } from '../../../knowledge/conf';
import type { Finding, Rule } from '../../../problem';
import { filterFlaws } from '../../filters';
import type { Flaw } from '../../flaw';
import { valueFlaws } from '../../flaw';
import { portFlaws } from '../../ports';
import { replace } from '../edits';
import type { McArgument, McCall, McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

const rows = new Map(conf.map((c) => [c.name, c]));

/** A value that an option, a port or a filter cannot have. */
export const badValue: Rule<McModel> = {
  id: 'mc/bad-value',
  severity: 'error',
  check(model, report) {
    const effective = new Map<string, McCall>();
    for (const call of runsOf(model, 'define')) effective.set(valueOf(call, 0), call);
    for (const [name, call] of effective) {
      const row = rows.get(name);
      const argument = call.args[1];
      // Both its parts become times of their own (mc/obsolete-conf).
      if (name === 'confMESSAGE_TIMEOUT' && argument)
        for (const part of argument.text.split('/'))
          for (const flaw of valueFlaws(name, { type: 'time' }, part))
            report({ ...argument.span, severity: flaw.severity, message: flaw.message });
      if (!row || row.obsolete || !argument) continue;
      if (name === 'confMIN_FREE_BLOCKS' && argument.text.includes('/')) continue; // mc/obsolete-conf
      for (const flaw of valueFlaws(name, row, argument.text)) report(inArgument(argument, flaw));
    }
    for (const call of runsOf(model, 'DAEMON_OPTIONS')) {
      for (const flaw of portFlaws(valueOf(call, 0), 'daemon')) report(inArgument(call.args[0], flaw, call));
    }
    for (const call of runsOf(model, 'CLIENT_OPTIONS')) {
      for (const flaw of portFlaws(valueOf(call, 0), 'client')) report(inArgument(call.args[0], flaw, call));
    }
    for (const call of runsOf(model, 'INPUT_MAIL_FILTER', 'MAIL_FILTER')) {
      const name = valueOf(call, 0);
      if (/\s/.test(name.trim()) || name.trim() === '')
        report({ ...call.span, message: t('A filter needs a name of one word; sendmail will not start.') });
      for (const flaw of filterFlaws(valueOf(call, 1))) report(inArgument(call.args[1], flaw, call));
    }
  },
};

/** A flaw of a value at its place in the file. */
function inArgument(argument: McArgument | undefined, flaw: Flaw, call?: McCall): Finding {
  const whole = argument?.span ?? call?.span ?? { start: 0, end: 0 };
  let at = 0;
  for (const piece of argument?.pieces ?? []) {
    if (piece.exact && flaw.at >= at && flaw.at + flaw.length <= at + piece.text.length) {
      const start = piece.from + flaw.at - at;
      const span = { start, end: start + flaw.length };
      const fixes = flaw.near === undefined ? undefined : [replace(t('Change to {0}', flaw.near), span, flaw.near)];
      return { ...span, severity: flaw.severity, message: flaw.message, fixes };
    }
    at += piece.text.length;
  }
  return { start: whole.start, end: whole.end, severity: flaw.severity, message: flaw.message };
}
