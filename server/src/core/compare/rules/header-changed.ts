import { t } from '@vscode/l10n';
import type { HeaderField } from '../../smtp/signs';
import type { HeaderPair } from '../message';
import { isRedacted } from '../normalise';
import { isVerbatim } from '../verbatim';
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
      // Who copies a log by hand may break its lines; a program that writes all as it was sent does not.
      if (message.headersRefolded.length === 0 || !isVerbatim(view.client) || !isVerbatim(view.server)) continue;
      report({
        weight: weightOf('strong', undefined, view.sameConnection),
        change: 'changed',
        message: t('{0} was folded anew on the way', namesOf(message.headersRefolded)),
        client: messagePlace(message.client, linesOf(message.headersRefolded.map((h) => h.client))),
        server: messagePlace(message.server, linesOf(message.headersRefolded.map((h) => h.server))),
      });
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
