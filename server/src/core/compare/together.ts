/** What many sessions show together, though none of them does by itself. */
import { t } from '@vscode/l10n';
import { programOfGreeting } from '../smtp/signs';
import type { ReplyEvent, Session } from '../smtp/model';
import { capabilitiesOf, isMaskedKeyword } from './capabilities';
import type { Evidence, LogPlace, Weight } from './report';

/** What a session has to say here: which program greeted, what it offered first, and where that stands in the client's log. */
interface Offer {
  readonly program: string;
  /** Every keyword with its value, in order. */
  readonly list: string;
  readonly keywords: readonly string[];
  readonly reply: ReplyEvent;
}

/** The rule's id, and what it weighs as long as two programs only are named. */
export const cannedCapabilities: { readonly id: string; readonly weight: Weight } = {
  id: 'compare/canned-capabilities',
  weight: 'strong',
};

/** Fewer keywords than this may be alike by chance. */
const LEAST_KEYWORDS = 3;
/** Places that are named. */
const MOST_LINES = 50;

/**
 * The same list of keywords from servers whose greetings name different programs: each program has a list and an order of its own,
 * so somebody else gives it. `sessions` are those of the client's log. Linear in their events.
 */
export function togetherOf(sessions: readonly Session[]): Evidence[] {
  const lists = new Map<string, Offer[]>();
  for (const session of sessions) {
    const offer = offerOf(session);
    if (!offer) continue;
    const same = lists.get(offer.list);
    if (same) same.push(offer);
    else lists.set(offer.list, [offer]);
  }
  return [...lists.values()].flatMap((offers): Evidence[] => {
    const programs = [...new Set(offers.map((o) => o.program))];
    if (programs.length < 2) return [];
    return [
      {
        rule: cannedCapabilities.id,
        weight: programs.length > 2 ? 'decisive' : cannedCapabilities.weight,
        change: 'changed',
        message: t(
          '{0} all offer the same in the same order: {1}',
          programs.slice(0, 4).join(', '),
          offers[0]!.keywords.slice(0, 8).join(', '),
        ),
        client: placeOf(offers),
      },
    ];
  });
}

function offerOf({ events }: Session): Offer | undefined {
  const greeting = events.find((e) => e.kind !== 'note');
  if (greeting?.kind !== 'reply' || greeting.answers !== undefined) return undefined;
  // Some greetings have several lines; the program is named in the first.
  const program = programOfGreeting(`${greeting.code} ${greeting.lines[0] ?? ''}`.trimEnd())?.program;
  if (program === undefined) return undefined;
  // Within TLS servers offer other things.
  const reply = events.find((e): e is ReplyEvent => e.kind === 'reply' && isHello(events[e.answers ?? -1]));
  if (reply?.code !== 250) return undefined;
  const offered = capabilitiesOf(reply);
  const keywords = offered.map((c) => c.keyword);
  if (keywords.length < LEAST_KEYWORDS || keywords.some(isMaskedKeyword)) return undefined;
  return { program, list: offered.map((c) => `${c.keyword} ${c.value}`).join('\n'), keywords, reply };
}

function isHello(event: Session['events'][number] | undefined): boolean {
  return event?.kind === 'command' && event.verb === 'EHLO';
}

function placeOf(offers: readonly Offer[]): LogPlace {
  const { reply } = offers[0]!;
  const lines = offers.slice(0, MOST_LINES).map((o) => o.reply.line);
  return { line: reply.line, endLine: offers.at(-1)!.reply.endLine, text: reply.text.split('\n')[0] ?? '', lines };
}
