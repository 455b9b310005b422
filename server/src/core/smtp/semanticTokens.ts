/**
 * Who said what. A grammar sees one line: it cannot know that `QUIT` stands in a message, who typed a line without a marker,
 * or which way an arrow points in a server's own outgoing session.
 */
import type { SemanticToken, TokenLegend } from '../language';
import { overlaps, type Span } from '../text';
import type { SessionEvent, Transcript } from './model';

/**
 * Types every theme knows, two for each side, so that whole lines of client and server differ in every theme: a command and what
 * follows it, a code and the words behind it. The modifiers tell the sides apart for those who want other colours.
 */
export const tokenLegend: TokenLegend = {
  types: ['keyword', 'variable', 'number', 'function', 'string', 'comment'],
  modifiers: ['client', 'server'],
};

/** The tokens of what touches `within` (else of everything) by place, none overlapping another. */
export function semanticTokens(model: Transcript, within?: Span): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const session of model.sessions) {
    if (within && !overlaps(session, within)) continue;
    for (const event of session.events) if (!within || overlaps(event, within)) addTokens(event, tokens);
  }
  tokens.sort((a, b) => a.start - b.start || a.end - b.end);
  let end = -1;
  return tokens.filter((token) => {
    const free = token.start >= end && token.end > token.start;
    if (free) end = token.end;
    return free;
  });
}

const CLIENT = ['client'];
const SERVER = ['server'];

function addTokens(event: SessionEvent, tokens: SemanticToken[]): void {
  switch (event.kind) {
    case 'command': {
      const { start, end, verb, text } = event;
      const behind = verb === '' ? start : Math.min(end, start + text.search(/[ \t:]|$/));
      tokens.push({ start, end: behind, type: 'keyword', modifiers: CLIENT });
      tokens.push({ start: behind, end, type: 'variable', modifiers: CLIENT });
      break;
    }
    case 'reply':
      for (const { start, end } of event.lineSpans) {
        const behind = Math.min(end, start + 3);
        tokens.push({ start, end: behind, type: 'number', modifiers: SERVER });
        tokens.push({ start: behind, end, type: 'function', modifiers: SERVER });
      }
      break;
    case 'data':
      for (const { start, end } of event.lineSpans) tokens.push({ start, end, type: 'string', modifiers: CLIENT });
      break;
    case 'note':
      tokens.push({ start: event.start, end: event.end, type: 'comment' });
  }
}
