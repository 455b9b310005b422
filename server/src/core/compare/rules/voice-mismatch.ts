import { t } from '@vscode/l10n';
import { voices } from '../../knowledge/voices';
import type { VoicePlace } from '../../knowledge/voices';
import { programsSaying } from '../../smtp/signs';
import { plain } from '../normalise';
import type { CompareRule, SideView } from '../view';
import { endsLog, replyOf, replyPlace } from '../places';
import { signOf } from '../view';

/** Where the server's log shows no replies but its program is known: the client was told what this program never says. */
export const voiceMismatch: CompareRule = {
  id: 'compare/voice-mismatch',
  weight: 'strong',
  check({ client, server, rows }, report) {
    const program = programOf(server);
    const voice = voices.find((v) => v.program === program);
    if (!voice || server.shows.replyTexts) return;
    for (const row of rows) {
      const place = placeOf(row.client);
      const told = replyOf(client, row.client);
      if (!place || !told || endsLog(client, told) || told.code >= 400 || !voice.fixed.includes(place)) continue;
      const text = `${told.code} ${plain(told.lines[0] ?? '')}`.trimEnd();
      if (programsSaying(place, text).some((v) => v.program === program)) continue;
      report({
        change: 'changed',
        message: t(
          '{0} does not answer {1} like this',
          voice.program,
          place === 'data' ? 'DATA' : place === 'quit' ? 'QUIT' : t('a message'),
        ),
        client: replyPlace(client, row.client),
        product: signOf(client, row.client!.reply, ['strong', 'medium'])?.fingerprint.product,
      });
    }
  },
};

/** The program that wrote a server's log, by the log's format. */
function programOf(side: SideView): string | undefined {
  const { format } = side.session;
  if (format.startsWith('postfix')) return 'Postfix';
  if (format.startsWith('sendmail')) return 'sendmail';
  if (format.startsWith('exim')) return 'Exim';
  return undefined;
}

function placeOf(exchange: SideView['exchanges'][number] | undefined): VoicePlace | undefined {
  if (exchange?.kind === 'message') return 'end';
  if (exchange?.verb === 'DATA') return 'data';
  return exchange?.verb === 'QUIT' ? 'quit' : undefined;
}
