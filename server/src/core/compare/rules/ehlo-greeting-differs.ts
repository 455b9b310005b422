import { t } from '@vscode/l10n';
import type { ReplyEvent } from '../../smtp/model';
import { welcomeInOneLine } from '../capabilities';
import { isInOneLine, isPart } from '../ehlo';
import { compareTexts } from '../normalise';
import type { CompareRule } from '../view';
import { endsLog, replyOf, replyPlace } from '../places';
import { replySign } from '../view';

/** The first line of the answer to HELO or EHLO names another host or has other words than the server sent. */
export const ehloGreetingDiffers: CompareRule = {
  id: 'compare/ehlo-greeting-differs',
  weight: 'strong',
  check(view, report) {
    for (const row of view.rows) {
      if (!isHello(row.client?.verb) || !isHello(row.server?.verb)) continue;
      const left = replyOf(view.client, row.client);
      const right = replyOf(view.server, row.server);
      if (left?.code !== 250 || right?.code !== 250) continue;
      if (endsLog(view.client, left) || endsLog(view.server, right)) continue;
      const welcome = isInOneLine(left) || isInOneLine(right) ? welcomeInOneLine : (r: ReplyEvent): string => r.lines[0] ?? '';
      const mine = welcome(left);
      const theirs = welcome(right);
      if (mine === '' || theirs === '' || mine === theirs) continue;
      // A log may show the last line only, or all in one.
      if ((isPart(left, right) || isPart(right, left)) && (left.lines.length === 1 || right.lines.length === 1)) continue;
      if (compareTexts(mine, theirs).difference !== 'different') continue;
      const sign = replySign(view, row);
      const host = hostOf(mine);
      report({
        ...(view.sameConnection === 'no' && sign === undefined && host === hostOf(theirs) ? { weight: 'weak' } : {}),
        change: 'changed',
        message:
          host === hostOf(theirs)
            ? t('the reply to {0} is worded otherwise', row.client!.verb)
            : t('the reply to {0} gives another host name, {1}', row.client!.verb, host),
        client: replyPlace(view.client, row.client, [0]),
        server: replyPlace(view.server, row.server, [0]),
        product: sign?.fingerprint.product,
      });
    }
  },
};

function isHello(verb: string | undefined): boolean {
  return verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO';
}

function hostOf(line: string): string {
  return /^\S+/.exec(line)?.[0] ?? '';
}
