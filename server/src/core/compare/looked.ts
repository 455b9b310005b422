/** What was looked at in two sessions, for a report that finds nothing: what agreed, and what the logs do not show. */
import { t } from '@vscode/l10n';
import type { Evidence, Looked, LogPlace } from './report';
import type { Row } from './excuse';
import type { PairView } from './view';
import { commandPlace, dataOf, replyOf, replyPlace } from './places';
import { compareReplies } from './view';

/** One row for each part of a session: greeting, EHLO reply, commands, replies, messages, queue ids, TLS. */
export function lookedAt(view: PairView, evidence: readonly Evidence[]): Looked[] {
  const { client, server, rows } = view;
  const differs = (pattern: RegExp): boolean => evidence.some((e) => e.weight !== 'neutral' && pattern.test(e.rule));
  const looked: Looked[] = [];
  const add = (
    part: Looked['part'],
    what: string,
    both: Row | undefined,
    different: boolean,
    place: (row: Row) => [LogPlace?, LogPlace?],
    last = both,
  ): void => {
    const [left, right] = both ? upTo(place(both), place(last!)) : [];
    looked.push({
      part,
      what,
      result: !both ? 'not-in-logs' : different ? 'different' : 'equal',
      ...(left && { client: left }),
      ...(right && { server: right }),
    });
  };
  const replies = (row: Row): [LogPlace?, LogPlace?] => [replyPlace(client, row.client), replyPlace(server, row.server)];
  const common = rows.filter((r) => r.client && r.server);
  const greeting = common.find((r) => r.client!.kind === 'greeting');
  add('greeting', t('Greeting'), greeting, differs(/banner/), replies);
  const hello = common.find((r) => r.client!.kind === 'command' && HELLO.has(r.client!.verb) && compareReplies(view, r));
  add('hello', t('Reply to EHLO or HELO'), hello, differs(/ehlo|capability|starttls-withheld/), replies);
  const commands = common.filter((r) => r.client!.kind === 'command');
  add(
    'commands',
    t('Commands, {0}', commands.length),
    commands[0],
    differs(/command|parameters|rset|noop|repeated|count/),
    (row) => [commandPlace(client, row.client!), commandPlace(server, row.server!)],
    commands.at(-1),
  );
  const answered = common.filter((r) => replyOf(client, r.client) && replyOf(server, r.server));
  const otherReplies = differs(/reply|data-answered|fate|refusal|code/);
  add('replies', t('Replies, {0}', answered.length), answered[0], otherReplies, replies, answered.at(-1));
  const texts = view.messages.length;
  const message = common.find((r) => r.client!.kind === 'message' && shown(view, r));
  add(
    'message',
    t('Message text, {0}', texts),
    texts > 0 ? message : undefined,
    differs(/header|body|footer|dots|line-ends|eight-bit/),
    (row) => [commandPlace(client, row.client!), commandPlace(server, row.server!)],
  );
  const final = common.find((r) => r.client!.kind === 'message' && replyOf(client, r.client) && replyOf(server, r.server));
  const shared = view.sameBy?.what === 'queue-id' ? view.sameConnection === 'yes' : undefined;
  add('queue-id', t('Queue id'), shared === undefined ? undefined : final, shared === false, replies);
  const tls = common.find((r) => r.client!.verb === 'STARTTLS');
  add('tls', t('TLS'), tls, differs(/tls/), replies);
  return looked;
}

/** Places from the first of each side to the last. */
function upTo(first: [LogPlace?, LogPlace?], last: [LogPlace?, LogPlace?]): (LogPlace | undefined)[] {
  return first.map((from, side) => from && { ...from, endLine: Math.max(from.endLine, last[side]?.endLine ?? 0) });
}

const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);

function shown(view: PairView, row: Row): boolean {
  return dataOf(view.client, row.client)?.hidden === false && dataOf(view.server, row.server)?.hidden === false;
}
