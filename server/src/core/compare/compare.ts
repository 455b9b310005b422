/** Compare Sessions: what stands between the client that wrote one log and the server that wrote the other. */
import { t } from '@vscode/l10n';
import type { Side, Transcript } from '../smtp/model';
import { meaningOf, nextOf, notProved, summaryOf, toBeSurer } from './advice';
import type { Dialogue } from './dialogue';
import { dialogueOf } from './dialogue';
import type { Row } from './excuse';
import { findEvidence } from './evidence';
import { lookedAt } from './looked';
import { dataOf } from './places';
import { partialSides, partialText } from './part';
import type { DialoguePair } from './pair';
import { pairDialogues } from './pair';
import type { AlignedRow, CompareReport, Evidence, SessionPair, SessionPlace, Unpaired, Verdict } from './report';
import { stretchesOf } from './stretch';
import { togetherOf } from './together';
import { heaviest, pointsOf, productOf, verdictOf } from './verdict';
import type { PairView } from './view';
import { compareReplies, viewOf } from './view';

export interface CompareOptions {
  /** Told of a rule that threw, so that it can be logged; nothing else is lost. */
  readonly onBrokenRule?: (rule: string, error: unknown) => void;
}

/**
 * Compares two logs of one or several sessions. The first should be the client's, the second the server's; where the logs
 * themselves say otherwise the sides are put right and `swapped` is set. Never throws; logs without sessions, or without
 * sessions that belong together, give the verdict `none` and a summary that says so.
 */
export function compare(first: Transcript, second: Transcript, options: CompareOptions = {}): CompareReport {
  const swapped = isSwapped(first, second);
  const [client, server] = swapped ? [second, first] : [first, second];
  const sides = dialoguesOf(client, server);
  const pairing = pairDialogues(sides.client, sides.server);
  const places = { client: stretchesOf(client.sessions), server: stretchesOf(server.sessions) };
  const pairs = pairing.pairs.map((pair) =>
    judge(pair, places.client[pair.client.index]!, places.server[pair.server.index]!, options),
  );
  const told =
    pairs.length === 0
      ? nothingToCompare(client, server)
      : isSameText(client, server)
        ? t("Both logs are the same, letter by letter: is one a copy of the other? Compare the client's log with the server's.")
        : pairing.pairs.every(isSameVantage)
          ? sameVantage(client)
          : undefined;
  const together = togetherOf(sides.client.map((d) => d.session));
  const conclusion = conclusionOf(pairs, pairs, together.length > 0 ? undefined : told, together);
  const partial = pairs.length === 1 ? pairs[0]!.partial : undefined;
  return {
    ...conclusion,
    ...(partial && { summary: conclusion.summary + partialText(partial) }),
    pairs,
    ...(together.length > 0 && { together }),
    unpaired: {
      client: pairing.client.map((d) => unpaired(d, places.client[d.index]!, 'client', sides.server.length)),
      server: pairing.server.map((d) => unpaired(d, places.server[d.index]!, 'server', sides.client.length)),
    },
    swapped,
  };
}

/**
 * What pairs of sessions say together. `silent` are pairs for what a comparison without a sign does not prove; `told` is a summary
 * that goes before all others, `together` what many sessions show together; `times` says for how many pairs an evidence stands,
 * if not for one.
 */
export function conclusionOf(
  pairs: readonly SessionPair[],
  silent: readonly SessionPair[],
  told?: string,
  together: readonly Evidence[] = [],
  times?: (evidence: Evidence) => number,
): Pick<CompareReport, 'verdict' | 'product' | 'summary' | 'meaning' | 'next'> {
  const verdict = heaviest([...pairs.map((p) => p.verdict), verdictOf(together)]);
  const evidence = [...pairs.filter((p) => p.verdict === verdict).flatMap((p) => p.evidence), ...together];
  const product = verdict === 'none' ? undefined : productOf(evidence, times);
  const any = pairs.length > 0 || silent.length > 0 || together.length > 0;
  return {
    verdict,
    ...(product !== undefined && { product }),
    summary: told ?? summaryOf(verdict, evidence, product),
    meaning: !any ? [] : verdict === 'none' ? notProved() : meaningOf(evidence),
    next: !any ? [] : verdict === 'none' ? toBeSurer(silent) : [...sureOf(pairs, verdict), ...nextOf(verdict, evidence, product)],
  };
}

function isSameText({ source: a }: Transcript, { source: b }: Transcript): boolean {
  return a.text !== '' && a.text === b.text;
}

/** Two attempts may have met two servers. */
function sureOf(pairs: readonly SessionPair[], verdict: Verdict): string[] {
  const told = pairs.filter((p) => p.verdict === verdict);
  return told.length > 0 && told.every((p) => p.sameConnection === 'no')
    ? [
        t(
          'The logs seem to be of two attempts, or a relay stands in between: make sure that both are of the same client and the same server.',
        ),
      ]
    : [];
}

/** The first log is the server's if it says so and the second does not, or the second is the client's and the first is not. */
function isSwapped(first: Transcript, second: Transcript): boolean {
  if (first.vantage === second.vantage) return false;
  return first.vantage === 'server' || second.vantage === 'client';
}

/**
 * The sessions of each side. One log can hold both views, as that of a server that passes mail on: of the client's log only
 * sessions that a client wrote count, of the server's only a server's, unless there are none.
 */
function dialoguesOf(client: Transcript, server: Transcript): Record<Side, Dialogue[]> {
  const all = (log: Transcript): Dialogue[] => log.sessions.map((_, i) => dialogueOf(log, i));
  const of = (dialogues: Dialogue[], side: Side): Dialogue[] => {
    const own = dialogues.filter((d) => d.session.vantage === side || d.session.vantage === 'both');
    return own.length > 0 ? own : dialogues;
  };
  // Two logs of one kind: each session is held against one of its own kind.
  if (client.vantage === server.vantage) return { client: all(client), server: all(server) };
  return { client: of(all(client), 'client'), server: of(all(server), 'server') };
}

/** Holds two sessions that belong together against each other; `client` and `server` say where they are shown to stand. */
export function judge(pair: DialoguePair, client: SessionPlace, server: SessionPlace, options: CompareOptions = {}): SessionPair {
  const view = viewOf(pair);
  const found = findEvidence(view, options.onBrokenRule);
  const evidence = isSameVantage(pair) ? found.map((e): Evidence => ({ ...e, weight: 'neutral' })) : found;
  const verdict = verdictOf(evidence);
  const product = verdict === 'none' ? undefined : productOf(evidence);
  const partial = partialSides(view);
  return {
    clientSession: pair.client.index,
    serverSession: pair.server.index,
    client,
    server,
    verdict,
    ...(product !== undefined && { product }),
    points: pointsOf(evidence),
    sameConnection: view.sameConnection,
    ...(view.sameBy && { sameBy: view.sameBy }),
    ...(partial.length > 0 && { partial }),
    evidence,
    looked: lookedAt(view, evidence),
    rows: alignedRows(view, evidence),
  };
}

/**
 * Two clients' logs, or two servers', are of two connections, or of two stretches of the way: what differs proves nothing.
 * Of a bare screen copy, or of a log of no known form, one can only guess who wrote it.
 */
function isSameVantage({ client, server }: DialoguePair): boolean {
  const { vantage } = client.session;
  if (vantage === 'both' || vantage !== server.session.vantage) return false;
  return !GUESSED.has(client.session.format) && !GUESSED.has(server.session.format);
}

const GUESSED = new Set(['terminal', 'generic']);

/** Rules that see in a message's bytes what its lines do not show. */
const OF_BYTES = /dots-changed|line-ends-changed|body-changed|header-changed/;

/** True for evidence in the message of this row. */
function isIn(view: PairView, row: Row, { server }: Evidence): boolean {
  const data = dataOf(view.server, row.server);
  return data !== undefined && server !== undefined && data.line <= server.line && server.line <= data.endLine;
}

/** Exchanges as rows of events: what was asked, then what was answered. */
function alignedRows(view: PairView, evidence: readonly Evidence[]): AlignedRow[] {
  const ofBytes = evidence.filter((e) => e.weight !== 'neutral' && OF_BYTES.test(e.rule));
  const rows: AlignedRow[] = [];
  for (const row of view.rows) {
    const neutral = row.excuse !== undefined;
    addRow(
      rows,
      row.client?.asked,
      row.server?.asked,
      neutral,
      () => (view.identical || sameSaid(view, row)) && !ofBytes.some((e) => isIn(view, row, e)),
    );
    addRow(rows, row.client?.reply, row.server?.reply, neutral, () => view.identical || sameAnswered(view, row));
  }
  return rows;
}

function addRow(
  rows: AlignedRow[],
  client: number | undefined,
  server: number | undefined,
  neutral: boolean,
  same: () => boolean,
): void {
  if (client !== undefined && server !== undefined) rows.push({ client, server, same: same() });
  else if (client !== undefined) rows.push(neutral ? { client, same: false, neutral } : { client, same: false });
  else if (server !== undefined) rows.push(neutral ? { server, same: false, neutral } : { server, same: false });
}

function sameAnswered(view: PairView, row: Row): boolean {
  const comparison = compareReplies(view, row);
  return comparison !== undefined && comparison.difference !== 'different';
}

function sameSaid(view: PairView, row: Row): boolean {
  if (row.client?.asked === undefined || row.server?.asked === undefined) return false;
  if (row.client.kind === 'message') {
    const data = view.client.session.events[row.client.asked];
    const message = view.messages.find((m) => m.client === data);
    if (!message) return true;
    const { headersAdded, headersRemoved, headersChanged, bodyAdded, bodyRemoved, bodyChanged, eightBit } = message;
    return [headersAdded, headersRemoved, headersChanged, bodyAdded, bodyRemoved, bodyChanged, eightBit].every(
      (l) => l.length === 0,
    );
  }
  return row.client.key === row.server.key;
}

function unpaired({ session, index }: Dialogue, { line, endLine }: SessionPlace, side: Side, others: number): Unpaired {
  const who = session.client === undefined ? '' : ` (${session.client})`;
  const reason =
    others === 0
      ? t('the other log has no session')
      : side === 'client'
        ? t("the server's log has no session like this{0}", who)
        : t("the client's log has no session like this{0}", who);
  return { session: index, line, endLine, reason };
}

function sameVantage({ vantage }: Transcript): string {
  return vantage === 'client'
    ? t(
        "Both logs were written by a client. What stands between a client and a server shows only in a server's log beside a client's.",
      )
    : t(
        "Both logs were written by a server. What stands between a client and a server shows only in a client's log beside a server's.",
      );
}

export function nothingToCompare(client: Pick<Transcript, 'sessions'>, server: Pick<Transcript, 'sessions'>): string {
  if (client.sessions.length === 0 && server.sessions.length === 0) return t('Neither log has an SMTP session.');
  if (client.sessions.length === 0) return t("The client's log has no SMTP session: nothing to compare.");
  if (server.sessions.length === 0) return t("The server's log has no SMTP session: nothing to compare.");
  return t(
    'No session of one log belongs to a session of the other: nothing to compare. Are both logs of the same time and the same hosts?',
  );
}
