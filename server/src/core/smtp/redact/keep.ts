/** Names that a product between client and server, or a server program, is known by: `smtp.passthru`, `mx.google.com`. */
import { overlaps } from '../../text';
import type { Session, Transcript } from '../model';
import { placeOfReply, placeOfSign, programOfGreeting, programsSaying, signsOf } from '../signs';
import { eachName } from './names';

/**
 * The names in a transcript, in small letters, without which a program would not be recognised any more. `rewritten` gives a text
 * with its names replaced.
 */
export function telltales(transcript: Transcript, rewritten: (text: string) => string): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const session of transcript.sessions) {
    for (const { fingerprint, text } of signsOf(session)) {
      const place = placeOfSign(fingerprint, text);
      if (!place || placeOfSign(fingerprint, rewritten(text))) continue;
      eachName(text, 0, text.length, (name) => {
        if (name.kind !== 'word' && overlaps(name, place)) kept.add(text.slice(name.start, name.end).toLowerCase());
      });
    }
    keepVoices(session, rewritten, kept);
  }
  return kept;
}

function keepVoices(session: Session, rewritten: (text: string) => string, kept: Set<string>): void {
  session.events.forEach((event, i) => {
    if (event.kind !== 'reply') return;
    const text = `${event.code} ${event.lines[0] ?? ''}`.trimEnd();
    const other = rewritten(text);
    if (other === text || sameSpeaker(text, other, placeOfReply(session, i))) return;
    eachName(text, 0, text.length, (name) => {
      if (name.kind === 'host') kept.add(text.slice(name.start, name.end).toLowerCase());
    });
  });
}

function sameSpeaker(text: string, other: string, place: ReturnType<typeof placeOfReply>): boolean {
  if (place === 'banner') return programOfGreeting(text)?.program === programOfGreeting(other)?.program;
  if (place !== 'data' && place !== 'end' && place !== 'quit') return true;
  const names = (said: string): string =>
    programsSaying(place, said)
      .map((v) => v.program)
      .join();
  return names(text) === names(other);
}
