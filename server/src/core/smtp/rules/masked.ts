import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { isMasked } from '../machine';
import type { Transcript } from '../model';
import { signsOf } from '../signs';

/** A greeting, keywords or commands written over: a firewall reads along (Cisco's SMTP inspection does it so). */
export const masked: Rule<Transcript> = {
  id: 'smtp/masked',
  severity: 'warning',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const told = new Set<string>();
      for (const sign of signsOf(session)) {
        const { where, product } = sign.fingerprint;
        if (product !== CISCO || told.has(where)) continue;
        const event = session.events[sign.event]!;
        const span = event.kind === 'reply' ? (event.lineSpans[sign.part] ?? event) : event;
        const message = messages(where, event.kind === 'reply' ? event.lines : []);
        if (!message) continue;
        told.add(where);
        report({ start: span.start, end: span.end, message });
      }
    }
  },
};

const CISCO = 'Cisco PIX/ASA SMTP inspection';

function messages(where: string, lines: readonly string[]): string | undefined {
  switch (where) {
    case 'banner':
      return t(
        'The greeting is written over with asterisks: a firewall between client and server reads along, as Cisco’s SMTP inspection does. Have the inspection of SMTP switched off there.',
      );
    case 'ehlo': {
      const count = lines.filter((line) => isMasked(line.trim())).length;
      return t(
        '{0} keywords of this reply are written over with X: a firewall between client and server withholds them, as Cisco’s SMTP inspection does. STARTTLS may be among them.',
        count,
      );
    }
    case 'command':
      return t(
        'The command is written over with X: something between client and server replaced what it does not know, as Cisco’s SMTP inspection does.',
      );
    case 'reply':
      return t('The server answers a command that was written over with X: something between client and server replaced it.');
    default:
      return undefined;
  }
}
