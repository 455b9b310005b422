/** What the rules share: going through a transcript's sessions with the protocol's state at hand. */
import type { Finding } from '../../problem';
import { walk, type State, type Walk } from '../machine';
import type { CommandEvent, ReplyEvent, Session, Transcript } from '../model';

/** A command and what held when the client sent it. */
export interface Said {
  readonly session: Session;
  /** Index in `session.events`. */
  readonly index: number;
  readonly command: CommandEvent;
  readonly state: State;
  readonly walk: Walk;
  /** The reply, if the log has it. Rules about order judge only what was answered: the rest may never have been sent. */
  readonly reply?: ReplyEvent;
}

export type Report = (finding: Finding) => void;

/** Calls `visit` for every command with one of these verbs (all, if none is named), in order. */
export function eachCommand(transcript: Transcript, verbs: readonly string[], visit: (said: Said) => void): void {
  for (const session of transcript.sessions) {
    const walked = walk(session);
    session.events.forEach((command, index) => {
      if (command.kind !== 'command' || (verbs.length > 0 && !verbs.includes(command.verb))) return;
      const at = walked.replyTo.get(index);
      const reply = at === undefined ? undefined : (session.events[at] as ReplyEvent);
      visit({ session, index, command, state: walked.before[index]!, walk: walked, ...(reply ? { reply } : {}) });
    });
  }
}

/** Calls `visit` for every reply, in order. */
export function eachReply(transcript: Transcript, visit: (session: Session, reply: ReplyEvent, index: number) => void): void {
  for (const session of transcript.sessions)
    session.events.forEach((event, index) => {
      if (event.kind === 'reply') visit(session, event, index);
    });
}

/** True if the client may have sent this before it saw the replies to what it builds on (RFC 2920). */
export function mayBePipelined({ state, session }: Said): boolean {
  if (state.pending > 0) return true;
  // A server writes commands down as it takes them up, not as they came in.
  return session.vantage === 'server' && (state.offers === undefined || state.offers.has('PIPELINING'));
}
