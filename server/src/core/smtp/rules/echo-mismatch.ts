import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { isObscured } from '../obscured';
import { addressIn } from '../transactions';
import { eachCommand } from './visit';

/** A reply that quotes another command or address than the client sent: the server was sent something else. */
export const echoMismatch: Rule<Transcript> = {
  id: 'smtp/echo-mismatch',
  severity: 'warning',
  check(transcript, report) {
    eachCommand(transcript, [], ({ session, command, state, reply }) => {
      // A server's own log has what it was sent.
      if (!reply || session.vantage === 'server' || command.verb === '' || state.pending > 0) return;
      const text = reply.lines[0] ?? '';
      const quoted = reply.code >= 500 ? quotedCommand(text) : quotedAddress(text);
      if (quoted === undefined || isObscured(quoted) || isObscured(command.text)) return;
      const sent = reply.code >= 500 ? command.verb : addressIn(command);
      if (sent === undefined || /[^\x20-\x7e]/.test(command.text)) return;
      const same =
        reply.code >= 500
          ? quoted.trim().toUpperCase().startsWith(sent.slice(0, 4))
          : quoted.toLowerCase() === sent.toLowerCase();
      if (same) return;
      const { start, end } = reply.lineSpans[0] ?? reply;
      report({
        start,
        end,
        message: t(
          'The reply quotes {0}, which the client did not send. Something between client and server changes commands.',
          quoted,
        ),
        related: [{ start: command.start, end: command.end, message: t('what the client sent') }],
      });
    });
  },
};

/** sendmail: `500 5.5.1 Command unrecognized: "XXXX"`. What a Cisco writes over is smtp/masked's to tell. */
function quotedCommand(text: string): string | undefined {
  const at = text.toLowerCase().indexOf('command unrecognized: "');
  if (at < 0) return undefined;
  const quoted = text.slice(at + 23, text.indexOf('"', at + 23));
  return /^X{3,}/.test(quoted) || quoted.trim() === '' ? undefined : quoted;
}

/** sendmail: `250 2.1.0 <a@b>... Sender ok`. */
function quotedAddress(text: string): string | undefined {
  if (!text.endsWith(' ok')) return undefined;
  return /^(?:2\.1\.[05] )?<([^<>]*)>\.\.\. (?:Sender|Recipient) ok$/.exec(text)?.[1];
}
