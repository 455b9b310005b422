import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { DataEvent, Transcript } from '../model';
import { signsOf } from '../signs';

/** A header field or a footer that a scanner puts into messages. Where it did, the message alone does not tell. */
export const scannerHeader: Rule<Transcript> = {
  id: 'smtp/scanner-header',
  severity: 'info',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      let told = -1;
      for (const { fingerprint, event: index, part } of signsOf(session)) {
        const { where, strength, product } = fingerprint;
        if ((where !== 'header' && where !== 'body') || strength === 'weak' || told === index) continue;
        const event = session.events[index] as DataEvent;
        const span = event.lineSpans[part];
        if (!span) continue;
        told = index;
        report({
          start: span.start,
          end: span.end,
          message: t(
            'This line is put in by a scanner ({0}). If the message comes straight from the client’s mail program, the scanner stands between it and this server: compare both logs.',
            product,
          ),
        });
      }
    }
  },
};
