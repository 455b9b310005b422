import { t } from '@vscode/l10n';
import type { NoteEvent } from '../../smtp/model';
import type { CompareRule } from '../view';
import { commandOf } from '../places';

/** Where the server's log has no dialogue but counts the commands: it counts others than the client sent. */
export const countDiffers: CompareRule = {
  id: 'compare/count-differs',
  weight: 'strong',
  check(view, report) {
    const { client, server } = view;
    if (server.shows.commands || !client.shows.commands || view.sameConnection === 'no') return;
    // Only a log of the whole session can be counted.
    if (!client.greeting || !client.ended) return;
    const note = server.session.events.find((e): e is NoteEvent => e.kind === 'note' && COUNTS.test(e.text));
    if (!note) return;
    const counted = countsIn(note.text);
    const sent = new Map<string, number>();
    for (const exchange of client.exchanges) {
      const verb = commandOf(client, exchange)?.verb.toLowerCase() ?? '';
      // A command that was typed but not answered may not have been sent.
      if (verb !== '' && exchange.reply !== undefined) sent.set(verb, (sent.get(verb) ?? 0) + 1);
    }
    const differing = COMPARED.filter((verb) => (counted.get(verb) ?? 0) !== (sent.get(verb) ?? 0)).filter(
      // Many clients leave a login out of their logs.
      (verb) => verb !== 'auth' || sent.has(verb),
    );
    if (differing.length === 0) return;
    const list = differing.map((verb) =>
      t('{0} {1} instead of {2}', verb.toUpperCase(), counted.get(verb) ?? 0, sent.get(verb) ?? 0),
    );
    const extra = differing.some((verb) => (counted.get(verb) ?? 0) > (sent.get(verb) ?? 0));
    report({
      change: extra ? 'added' : 'withheld',
      message: t('the server counts other commands than the client sent: {0}', list.join(', ')),
      server: { line: note.line, endLine: note.endLine, text: note.text },
    });
  },
};

/** Postfix: `disconnect from name[ip] ehlo=1 mail=2 rcpt=2/3 data=1 quit=1 commands=7/8`; the second number counts those refused too. */
const COUNTS = /\bdisconnect from \S+(?: [a-z]+=\d+(?:\/\d+)?)* commands=\d/;

const COMPARED = ['mail', 'rcpt', 'data', 'rset', 'noop', 'starttls', 'auth', 'bdat', 'vrfy'];

function countsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, verb, accepted, all] of text.matchAll(/\b([a-z]{3,10})=(\d{1,9})(?:\/(\d{1,9}))?/g))
    counts.set(verb!, Number(all ?? accepted));
  return counts;
}
