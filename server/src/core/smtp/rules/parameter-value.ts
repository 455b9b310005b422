import { t } from '@vscode/l10n';
import { parameterValues } from '../../knowledge/mailParameters';
import type { Finding, Rule } from '../../problem';
import { parameterOf } from '../entries';
import { parametersIn } from '../machine';
import type { CommandEvent, Transcript } from '../model';
import { isObscured } from '../obscured';
import { eachCommand } from './visit';

/** A parameter of MAIL or RCPT that is there twice, at the wrong command, or with a value it cannot have (RFC 5321 4.1.1.11). */
export const parameterValue: Rule<Transcript> = {
  id: 'smtp/parameter-value',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.11',
  check(transcript, report) {
    eachCommand(transcript, ['MAIL', 'RCPT'], ({ command, state }) => {
      const seen = new Set<string>();
      // Most have none: nothing but the address is there to be read.
      if (!command.text.includes(' ', command.text.lastIndexOf('>')) && command.text.endsWith('>')) return;
      for (const { name, value, at, length } of parametersIn(command.text)) {
        const place = { start: command.start + at, end: Math.min(command.start + at + length, command.end) };
        const message = faultOf(command, name, value, seen);
        if (message !== undefined) report({ ...place, message });
        else if (name === 'SIZE') {
          const tooBig = sizeFault(value, state.offers?.get('SIZE'));
          if (tooBig) report({ ...place, ...tooBig });
        }
        seen.add(name);
      }
    });
  },
};

function faultOf(command: CommandEvent, name: string, value: string | undefined, seen: ReadonlySet<string>): string | undefined {
  const row = parameterOf(name);
  if (!row) return undefined;
  if (seen.has(name)) return t('{0} is there twice. One command takes each parameter once.', name);
  const verb = command.verb as 'MAIL' | 'RCPT';
  if (!row.on.includes(verb)) return t('{0} is a parameter of {1}, not of {2}.', name, row.on.join(', '), verb);
  if (name === 'HOLDUNTIL' && seen.has('HOLDFOR')) return t('HOLDFOR and HOLDUNTIL exclude each other.');
  if (name === 'HOLDFOR' && seen.has('HOLDUNTIL')) return t('HOLDFOR and HOLDUNTIL exclude each other.');
  if (value !== undefined && isObscured(value)) return undefined;
  const pattern = parameterValues[name];
  if (!pattern) return undefined;
  if (pattern.test(value === undefined ? '' : `=${value}`)) return undefined;
  return row.value
    ? t('{0} cannot have this value. It takes {1}; servers answer 501.', name, t(row.value))
    : t('{0} takes no value; servers answer 501.', name);
}

/** Curious rather than wrong: a server that says no at once saves the client from sending it all. */
function sizeFault(value: string | undefined, limit: string | undefined): Pick<Finding, 'message' | 'severity'> | undefined {
  const most = Number(limit);
  if (!limit || !(most > 0) || !(Number(value) > most)) return undefined;
  return {
    severity: 'info',
    message: t('The message has {0} bytes, and the server takes at most {1}. It will be refused with 552.', value!, limit),
  };
}
