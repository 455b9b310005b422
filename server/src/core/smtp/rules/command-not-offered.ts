import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../problem';
import { mechanismIn } from '../describe';
import { isMasked, type State } from '../machine';
import type { CommandEvent, Transcript } from '../model';
import { eachCommand } from './visit';

/** A command of an extension that the EHLO reply does not list (RFC 5321 2.2.1, 4.1.1.1; RFC 3207 4, RFC 4954 4). */
export const commandNotOffered: Rule<Transcript> = {
  id: 'smtp/command-not-offered',
  severity: 'warning',
  source: 'RFC 5321 2.2.1',
  check(transcript, report) {
    const told = new Set<string>();
    eachCommand(transcript, [...KEYWORDS.keys()], ({ session, command, state, reply }) => {
      if (!reply) return;
      const fault = faultOf(command, state);
      if (!fault) return;
      const key = `${session.start} ${fault.message}`;
      if (told.has(key)) return;
      told.add(key);
      report({ start: command.start, end: command.end, ...fault });
    });
  },
};

/** The keyword that allows a command. BDAT has a rule of its own. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['STARTTLS', 'STARTTLS'],
  ['AUTH', 'AUTH'],
  ['ETRN', 'ETRN'],
  ['ATRN', 'ATRN'],
  ['BURL', 'BURL'],
  ['XCLIENT', 'XCLIENT'],
  ['XFORWARD', 'XFORWARD'],
]);

function faultOf(command: CommandEvent, { hello, offers }: State): Pick<Finding, 'message' | 'severity'> | undefined {
  // Where something wrote keywords over, what the server offers is not known.
  if (!offers || hello === undefined || hello === 'none' || [...offers.keys()].some(isMasked)) return undefined;
  const { verb } = command;
  const keyword = KEYWORDS.get(verb)!;
  if (hello === 'HELO')
    return {
      severity: 'info',
      message: t('{0} after HELO. Only EHLO shows whether the server offers it; have the client say EHLO.', verb),
    };
  const offered = offers.get(keyword);
  if (offered === undefined)
    return {
      message:
        verb === 'AUTH' && offers.has('STARTTLS')
          ? t(
              'AUTH, although the EHLO reply does not list it. Many servers offer it after STARTTLS only: have the client use TLS first.',
            )
          : t('{0}, although the EHLO reply does not list {1}. The server need not know it.', verb, keyword),
    };
  const mechanism = verb === 'AUTH' ? mechanismIn(command) : '';
  if (mechanism === '' || offered === '' || offered.split(/[ \t,]+/).includes(mechanism)) return undefined;
  return {
    message: t(
      'AUTH {0}, although the EHLO reply lists only {1}. Servers answer 504; have the client use one of these.',
      mechanism,
      offered,
    ),
  };
}
