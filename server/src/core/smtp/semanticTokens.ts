/**
 * Who said what. A grammar sees one line: it cannot know that `QUIT` stands in a message, who typed a line without a marker,
 * or which way an arrow points in a server's own outgoing session.
 */
import type { SemanticToken, TokenLegend } from '../language';
import type { SessionEvent, Transcript } from './model';

/** Types every theme knows; the modifiers tell the sides apart for those who want to colour them. */
export const tokenLegend: TokenLegend = {
  types: ['keyword', 'number', 'string', 'comment'],
  modifiers: ['client', 'server'],
};

/** The tokens by place, none overlapping another. */
export function semanticTokens(model: Transcript): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const session of model.sessions) for (const event of session.events) addTokens(event, tokens);
  tokens.sort((a, b) => a.start - b.start || a.end - b.end);
  let end = -1;
  return tokens.filter((token) => {
    const free = token.start >= end && token.end > token.start;
    if (free) end = token.end;
    return free;
  });
}

function addTokens(event: SessionEvent, tokens: SemanticToken[]): void {
  switch (event.kind) {
    case 'command': {
      const space = event.text.search(/[ \t:]|$/);
      const length = event.verb === '' ? event.end - event.start : space;
      tokens.push({
        start: event.start,
        end: event.start + length,
        type: event.verb ? 'keyword' : 'string',
        modifiers: ['client'],
      });
      break;
    }
    case 'reply':
      for (const { start, end } of event.lineSpans)
        tokens.push({ start, end: Math.min(end, start + 3), type: 'number', modifiers: ['server'] });
      break;
    case 'data':
      for (const { start, end } of event.lineSpans) tokens.push({ start, end, type: 'string', modifiers: ['client'] });
      break;
    case 'note':
      tokens.push({ start: event.start, end: event.end, type: 'comment' });
  }
}
