import { t } from '@vscode/l10n';
import type { HeaderField } from '../../smtp/signs';
import type { HeaderPair } from '../message';
import { isRedacted } from '../normalise';
import { respacedOnTheWay } from '../blanks';
import { isVerbatim, showsBlanks } from '../verbatim';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';
import { signIn, weightOf } from '../view';

/** A header field arrived with another text, or with its lines broken at other places. */
export const headerChanged: CompareRule = {
  id: 'compare/header-changed',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      for (const { client, server } of message.headersChanged) {
        if (isRedacted(client.text) || isRedacted(server.text)) continue;
        const sign = signIn(view.server, message.server, [server.line]);
        report({
          weight: weightOf('strong', sign, view.sameConnection),
          change: 'changed',
          message: t('{0} was changed on the way', server.name),
          client: messagePlace(message.client, [client.line]),
          server: messagePlace(message.server, [server.line]),
          product: sign?.fingerprint.product,
        });
      }
      const changed = (text: string, mine: readonly number[], theirs: readonly number[]): void => {
        if (mine.length === 0) return;
        report({
          weight: weightOf('strong', undefined, view.sameConnection),
          change: 'changed',
          message: text,
          client: messagePlace(message.client, mine),
          server: messagePlace(message.server, theirs),
        });
      };
      const fields = (text: (names: string) => string, pairs: readonly HeaderPair[]): void =>
        changed(text(namesOf(pairs)), linesOf(pairs.map((h) => h.client)), linesOf(pairs.map((h) => h.server)));
      fields((names) => t('{0} arrived behind other fields', names), message.headersMoved);
      // Who copies a log by hand may break its lines; a program that writes all as it was sent does not.
      if (!isVerbatim(view.client) || !isVerbatim(view.server)) continue;
      fields((names) => t('{0} was folded anew on the way', names), message.headersRefolded);
      if (!showsBlanks(view.client) || !showsBlanks(view.server)) continue;
      const copies = [
        { log: view.client, data: message.client },
        { log: view.server, data: message.server },
      ] as const;
      const respaced = respacedOnTheWay(message.headersRespaced, ...copies);
      changed(
        t('blanks or tabs in the header were changed on the way'),
        respaced.map((l) => l.client),
        respaced.map((l) => l.server),
      );
    }
  },
};

function namesOf(pairs: readonly HeaderPair[]): string {
  return [...new Set(pairs.map((p) => p.server.name))].join(', ');
}

/** The lines of folded fields. */
function linesOf(fields: readonly HeaderField[]): number[] {
  return fields.flatMap(({ line, endLine }) => Array.from({ length: endLine - line + 1 }, (_, i) => line + i));
}
