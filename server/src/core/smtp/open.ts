/** Opens a log for an editor: read in full only when something asks for all of it. */
import type { Transcript } from './model';
import { readTranscript } from './reader';
import { surveyLog } from './survey/survey';

/** Shorter logs are read at once. In characters. */
const LEAST = 20_000;

/** As `readTranscript`. A long log that can be surveyed is read when its sessions are asked for. */
export function openTranscript(text: string, least = LEAST): Transcript {
  const survey = text.length < least ? undefined : surveyLog(text);
  if (!survey) return readTranscript(text);
  let whole: Transcript | undefined;
  const read = (): Transcript => (whole ??= readTranscript(text));
  return {
    source: survey.source,
    survey,
    get format() {
      return read().format;
    },
    get vantage() {
      return read().vantage;
    },
    get sessions() {
      return read().sessions;
    },
  };
}
