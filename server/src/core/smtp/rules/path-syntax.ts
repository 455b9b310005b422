import { t } from '@vscode/l10n';
import type { Severity, Rule } from '../../problem';
import { mailboxFault } from '../mailbox';
import type { CommandEvent, ReplyEvent, Session, Transcript } from '../model';
import { isObscured } from '../obscured';
import { eachCommand } from './visit';

/**
 * MAIL and RCPT that are not written as RFC 5321 4.1.1.2, 4.1.1.3 and 4.1.2 want it. A log may have lost or changed addresses on
 * its way, so that only what the server refused for its syntax is a warning.
 */
export const pathSyntax: Rule<Transcript> = {
  id: 'smtp/path-syntax',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.2',
  check(transcript, report) {
    const blanks = new Set<Session>();
    const mails = new Map<Session, CommandEvent>();
    eachCommand(transcript, ['MAIL', 'RCPT'], ({ session, command, reply }) => {
      if (command.verb === 'MAIL') mails.set(session, command);
      const refused = reply !== undefined && refusesSyntax(reply);
      const utf8 = /\bSMTPUTF8\b/i.test(mails.get(session)?.text ?? 'SMTPUTF8');
      const fault = faultOf(command, refused, utf8);
      if (!fault) return;
      if (fault.harmless) {
        // Many clients do so, in every command: once is enough.
        if (blanks.has(session)) return;
        blanks.add(session);
      }
      const severity: Severity = fault.harmless ? (refused ? 'info' : 'hint') : refused || fault.sure ? 'warning' : 'info';
      report({ start: command.start, end: command.end, severity, message: fault.message });
    });
  },
};

interface Fault {
  readonly message: string;
  /** True for what most servers take. */
  readonly harmless?: boolean;
  /** True for what no log can have made of a good address. */
  readonly sure?: boolean;
}

function faultOf({ verb, text }: CommandEvent, refused: boolean, utf8: boolean): Fault | undefined {
  const keyword = verb === 'MAIL' ? 'FROM' : 'TO';
  const rest = text.trim().slice(verb.length);
  if (isObscured(rest)) return undefined;
  const head = /^[ \t]*(FROM|TO)(?![\w@.-])([ \t]*)(:?)([ \t]*)/i.exec(rest);
  if (!head) {
    if (!/[<@]/.test(rest)) return undefined;
    return { message: t('{0} without {1}: before the address. Write {0} {1}:<address>.', verb, keyword) };
  }
  if (head[1]!.toUpperCase() !== keyword)
    return { message: t('{0} takes {1}:, not {2}:. Write {0} {1}:<address>.', verb, keyword, head[1]!.toUpperCase()) };
  const path = rest.slice(head[0].length);
  // Nothing, or only parameters: web pages and log viewers eat what is in angle brackets.
  if (path === '' || /^[A-Za-z0-9-]+(?:=|$)/.test(path)) return undefined;
  if (head[3] === '') return { message: t('{0} without the colon after {1}. Write {0} {1}:<address>.', verb, keyword) };
  const fault = pathFault(verb, keyword, path, refused, utf8);
  if (fault) return fault;
  if (head[2] === '' && head[4] === '') return undefined;
  return {
    message: t(
      'A blank beside the colon of {0}:. It does not belong there; many servers take it, strict ones refuse it.',
      keyword,
    ),
    harmless: true,
  };
}

function pathFault(verb: string, keyword: string, path: string, refused: boolean, utf8: boolean): Fault | undefined {
  if (!path.startsWith('<')) {
    const bracket = path.indexOf('<');
    if (bracket > 0 && path.includes('>', bracket))
      return { message: t('Text before the angle bracket. {0}: takes the bare address in angle brackets, no name.', keyword) };
    const message = t(
      'The address has no angle brackets. Write {0} {1}:<address>; strict servers refuse it otherwise.',
      verb,
      keyword,
    );
    return { message, harmless: !refused };
  }
  const close = closingBracket(path);
  if (close === undefined)
    return { message: t('The address has no closing angle bracket. Write {0} {1}:<address>.', verb, keyword) };
  const address = path.slice(1, close);
  if (address === '') {
    if (verb !== 'RCPT') return undefined;
    return { message: t('RCPT TO:<> names no recipient. Only MAIL may have an empty address, for bounces.') };
  }
  const problem = mailboxFault(address);
  // Many servers take a local name for one of their own domain.
  if (problem && (problem.kind !== 'no-domain' || (refused && !/^postmaster$/i.test(address)))) return problem;
  if (!utf8 && /[\x80-\uffff]/.test(address))
    return {
      message: t('Letters outside ASCII in the address, and MAIL does not say SMTPUTF8. The server need not take it.'),
      sure: true,
    };
  if (/^[^ \t]/.test(path.slice(close + 1)))
    return { message: t('Text right behind the closing angle bracket. A parameter follows after a blank.') };
  if (address.startsWith('@'))
    return {
      message: t(
        'A route before the address. Routes are obsolete: servers drop them or refuse the address. Write {0} {1}:<address>.',
        verb,
        keyword,
      ),
      harmless: true,
    };
  return undefined;
}

/** Place of the bracket that ends the path; quoted ones do not. */
function closingBracket(path: string): number | undefined {
  let quoted = false;
  for (let i = 1; i < path.length; i++) {
    const c = path[i];
    if (quoted && c === '\\') i++;
    else if (c === '"') quoted = !quoted;
    else if (c === '>' && !quoted) return i;
  }
  // A quote that is never closed hides it.
  const plain = path.indexOf('>');
  return plain < 0 ? undefined : plain;
}

/** True if the server says that it could not read the command, or the address in it (RFC 5321 4.2.2, RFC 3463 3.2, 3.6). */
function refusesSyntax({ code, enhanced }: ReplyEvent): boolean {
  if (enhanced !== undefined)
    return /^5\.(?:1\.[37]|5\.[24])$/.test(enhanced) || ((code === 501 || code === 555) && enhanced === '5.0.0');
  return code === 500 || code === 501 || code === 555;
}
