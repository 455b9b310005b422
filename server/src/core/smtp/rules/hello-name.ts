import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../problem';
import { addressLiteralFault, domainFault, isPlainAddress } from '../domain';
import type { Transcript } from '../model';
import { isObscured } from '../obscured';
import { eachCommand } from './visit';

/** A name in HELO, EHLO or LHLO that can be neither a host name nor an address in brackets (RFC 5321 4.1.1.1, 2.3.5, 4.1.3). */
export const helloName: Rule<Transcript> = {
  id: 'smtp/hello-name',
  severity: 'warning',
  source: 'RFC 5321 4.1.3',
  check(transcript, report) {
    const told = new Set<string>();
    eachCommand(transcript, HELLO, ({ session, command }) => {
      const words = command.text.trim().split(/[ \t]+/, 3);
      const name = words[1];
      if (name === undefined || isObscured(command.text)) return;
      const key = `${session.start} ${name}`;
      if (told.has(key)) return;
      told.add(key);
      const fault = faultOf(command.verb, name, words[2]);
      if (fault) report({ start: command.start, end: command.end, ...fault });
    });
  },
};

const HELLO = ['HELO', 'EHLO', 'LHLO'];

function faultOf(verb: string, name: string, more: string | undefined): Pick<Finding, 'message' | 'severity'> | undefined {
  if (more !== undefined && !more.startsWith('('))
    return {
      message: t('{0} with more than one word. It takes the client’s name and nothing else; strict servers answer 501.', verb),
    };
  if (name.startsWith('[')) {
    const message = addressLiteralFault(name);
    return message === undefined ? undefined : { message };
  }
  if (isPlainAddress(name))
    return {
      message: t(
        '{0} with an IP address as a name. An address stands in brackets: {0} {1}. Servers take the bare one for forged.',
        verb,
        name.includes(':') ? `[IPv6:${name}]` : `[${name}]`,
      ),
    };
  if (name.endsWith('.') && name.length > 1)
    return {
      severity: 'info',
      message: t(
        'The name after {0} ends with a dot. Host names in SMTP have none at their end; strict servers refuse it.',
        verb,
      ),
    };
  const fault = domainFault(name);
  if (fault !== undefined) return { message: t('The name after {0} is no host name: {1}', verb, fault) };
  if (name.includes('_'))
    return {
      severity: 'info',
      message: t(
        'The name after {0} has an underscore, which no host name may have. Strict servers refuse it; give the client another name.',
        verb,
      ),
    };
  return undefined;
}
