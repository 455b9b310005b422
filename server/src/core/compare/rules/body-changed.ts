import { t } from '@vscode/l10n';
import { respacedOnTheWay } from '../blanks';
import { endsInBlank } from '../body';
import type { ChangedLine, MessagePair } from '../message';
import type { Change } from '../report';
import { keepsBlanks, showsBlanks } from '../verbatim';
import type { CompareRule, Finding, PairView } from '../view';
import { messagePlace } from '../places';
import { signIn, weightOf } from '../view';

/** Lines of the message's text were changed, put in or taken out. A footer at its end has a rule of its own. */
export const bodyChanged: CompareRule = {
  id: 'compare/body-changed',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      for (const change of ofBlanks(view, message)) report(change);
      const changed = message.bodyChanged;
      const added = message.addedAtEnd ? [] : message.bodyAdded;
      const removed = message.bodyRemoved;
      const count = changed.length + added.length + removed.length;
      if (count === 0) continue;
      const theirs = [...changed.map((c) => c.server), ...added].sort((a, b) => a - b);
      const mine = [...changed.map((c) => c.client), ...removed].sort((a, b) => a - b);
      const sign = signIn(view.server, message.server, theirs);
      report({
        weight: weightOf('strong', sign, view.sameConnection),
        change: changed.length > 0 ? 'changed' : added.length > 0 ? 'added' : 'withheld',
        message:
          count === 1
            ? t('a line of the message was changed on the way')
            : t('{0} lines of the message were changed on the way', count),
        client: mine.length > 0 ? messagePlace(message.client, mine) : undefined,
        server: theirs.length > 0 ? messagePlace(message.server, theirs) : undefined,
        product: sign?.fingerprint.product,
      });
    }
  },
};

/** What happened to white space and empty lines, where both logs show them as they went over the wire. */
function ofBlanks(view: PairView, message: MessagePair): Finding[] {
  if (!showsBlanks(view.client) || !showsBlanks(view.server)) return [];
  const { client, server, trimmed, padded, emptyAdded, emptyRemoved } = message;
  const found: Finding[] = [];
  const add = (text: string, change: Change, mine: readonly number[], theirs: readonly number[]): void => {
    if (mine.length + theirs.length === 0) return;
    found.push({
      weight: weightOf('strong', undefined, view.sameConnection),
      change,
      message: text,
      client: mine.length > 0 ? messagePlace(client, mine) : undefined,
      server: theirs.length > 0 ? messagePlace(server, theirs) : undefined,
    });
  };
  const changed = (text: string, lines: readonly ChangedLine[]): void =>
    add(
      text,
      'changed',
      lines.map((l) => l.client),
      lines.map((l) => l.server),
    );
  // Whoever pads a log pads all of it.
  const isPadded = (lines: readonly string[]): boolean => lines.filter(endsInBlank).length * 2 >= message.sent;
  // A log may break off between the last word and the blanks behind it.
  if (server.ended && !isPadded(client.lines) && keepsBlanks(view.server, server))
    changed(t('blanks at the ends of lines were cut off on the way'), trimmed);
  if (client.ended && !isPadded(server.lines) && keepsBlanks(view.client, client))
    changed(t('blanks were put at the ends of lines on the way'), padded);
  const respaced = respacedOnTheWay(message.respaced, { log: view.client, data: client }, { log: view.server, data: server });
  changed(t('blanks or tabs within lines were changed on the way'), respaced);
  // A log may have lost all of its empty lines.
  if (client.lines.includes('')) add(t('empty lines were added on the way'), 'added', [], emptyAdded);
  if (server.lines.includes('')) add(t('empty lines were taken out on the way'), 'withheld', emptyRemoved, []);
  return found;
}
