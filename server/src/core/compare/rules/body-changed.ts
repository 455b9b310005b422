import { t } from '@vscode/l10n';
import { endsInBlank } from '../message';
import { isVerbatim, keepsBlanks } from '../verbatim';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';
import { signIn, weightOf } from '../view';

/** Lines of the message's text were changed, put in or taken out. A footer at its end has a rule of its own. */
export const bodyChanged: CompareRule = {
  id: 'compare/body-changed',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      const { trimmed } = message;
      // Whoever pads a log pads all of it.
      const ends = message.client.lines.filter(endsInBlank).length;
      if (
        trimmed.length > 0 &&
        ends * 2 < message.sent &&
        isVerbatim(view.client) &&
        isVerbatim(view.server) &&
        keepsBlanks(view.server, message.server)
      )
        report({
          weight: weightOf('strong', undefined, view.sameConnection),
          change: 'changed',
          message: t('blanks at the ends of lines were cut off on the way'),
          client: messagePlace(
            message.client,
            trimmed.map((l) => l.client),
          ),
          server: messagePlace(
            message.server,
            trimmed.map((l) => l.server),
          ),
        });
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
