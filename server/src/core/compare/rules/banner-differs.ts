import { t } from '@vscode/l10n';
import { programOfGreeting } from '../../smtp/signs';
import type { ReplyEvent } from '../../smtp/model';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';
import { compareReplies, replySign } from '../view';
import { isMasked } from './banner-masked';

/** The greeting names another host or program than the server's, or has other words. */
export const bannerDiffers: CompareRule = {
  id: 'compare/banner-differs',
  weight: 'strong',
  check(view, report) {
    const row = view.rows.find((r) => r.client?.kind === 'greeting' && r.server);
    if (!row || compareReplies(view, row)?.difference !== 'different') return;
    const left = replyOf(view.client, row.client)!;
    const right = replyOf(view.server, row.server)!;
    if (isMasked(left.lines[0] ?? '') || replySign(view, row, ['strong', 'medium'])) return;
    const hosts = [hostOf(left), hostOf(right)];
    const programs = [programOf(left), programOf(right)];
    const otherHost = hosts[0] !== hosts[1];
    const otherProgram = programs[0] !== undefined && programs[1] !== undefined && programs[0] !== programs[1];
    const [mine = '', theirs = ''] = programs;
    report({
      // Several machines may answer to one name: another of them greeted the other attempt.
      ...(view.sameConnection === 'no' && !otherProgram ? { weight: 'weak' } : {}),
      change: 'changed',
      message: otherProgram
        ? t('the greeting names {0}; the server is {1}', mine, theirs)
        : left.code !== right.code
          ? t('the client was greeted with {0}, the server said {1}', String(left.code), String(right.code))
          : otherHost
            ? t('the greeting names another host')
            : t('the greeting is worded otherwise'),
      client: replyPlace(view.client, row.client),
      server: replyPlace(view.server, row.server),
    });
  },
};

function hostOf(greeting: ReplyEvent): string {
  return (/^\S+/.exec(greeting.lines[0] ?? '')?.[0] ?? '').toLowerCase();
}

function programOf(greeting: ReplyEvent): string | undefined {
  return programOfGreeting(`${greeting.code} ${greeting.lines[0] ?? ''}`)?.program;
}
