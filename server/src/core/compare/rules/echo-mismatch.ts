import { t } from '@vscode/l10n';
import { envelopeOf, isRedacted } from '../normalise';
import type { CompareRule } from '../view';
import { commandOf, replyOf, replyPlace } from '../places';

/** A reply quotes another command or address than the client sent: the server was sent something else. */
export const echoMismatch: CompareRule = {
  id: 'compare/echo-mismatch',
  weight: 'moderate',
  evenIfSame: true,
  check({ client, rows }, report) {
    for (const row of rows) {
      const command = commandOf(client, row.client);
      const reply = replyOf(client, row.client);
      if (!command || !reply || isRedacted(command.text)) continue;
      const text = reply.lines[0] ?? '';
      // sendmail: `500 5.5.1 Command unrecognized: "XXXX"`, `250 2.1.0 <a@b>... Sender ok`.
      const quoted = /\bcommand unrecognized: "([^"]+)"/i.exec(text)?.[1];
      const address = /^(?:2\.1\.[05] )?<([^<>]*)>\.\.\. (?:Sender|Recipient) ok/i.exec(text)?.[1];
      const sent = envelopeOf(command.text).address;
      const other =
        (quoted !== undefined && !sameStart(command.text, quoted)) ||
        (address !== undefined && sent !== undefined && address.toLowerCase() !== sent.toLowerCase());
      if (!other) continue;
      report({
        change: 'changed',
        message: t('the reply quotes {0}, which the client did not send', quoted ?? `<${address ?? ''}>`),
        client: replyPlace(client, row.client),
      });
    }
  },
};

/** Servers quote the verb or the line, cut and with odd characters replaced. */
function sameStart(command: string, quoted: string): boolean {
  const verb = /^\s*\S*/.exec(command)![0].trim().toLowerCase();
  return quoted.trim().toLowerCase().startsWith(verb.slice(0, 4)) || /[^\x20-\x7e]/.test(command);
}
