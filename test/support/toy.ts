/** A language made for the server's tests: it has every feature, says what it was asked, and breaks on request. */
import type { Completion, Language, LanguageId, OutlineNode } from '../../server/src/core/language';
import { runRules, type Rule } from '../../server/src/core/problem';
import { createSource, lineSpan, lineText, lineCount, type Source, type Span } from '../../server/src/core/text';

interface ToyModel {
  readonly source: Source;
}

/** Every place of `word` in the text. */
function places(source: Source, word: string): Span[] {
  const found: Span[] = [];
  for (let at = source.text.indexOf(word); at >= 0; at = source.text.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

const noFoo: Rule<ToyModel> = {
  id: 'toy/no-foo',
  severity: 'warning',
  check(model, report) {
    const foos = places(model.source, 'foo');
    for (const span of foos) {
      report({
        ...span,
        message: 'foo stands here. Write bar.',
        related: foos
          .filter((f) => f !== span)
          .slice(0, 1)
          .map((f) => ({ ...f, message: 'another foo' })),
        fixes: [
          { title: 'Write bar', edits: [{ ...span, text: 'bar' }], preferred: true },
          { title: 'Write bar everywhere', edits: foos.map((f) => ({ ...f, text: 'bar' })) },
        ],
      });
    }
  },
};

/** Throws where the text says `boom`. */
const broken: Rule<ToyModel> = {
  id: 'toy/broken',
  severity: 'error',
  check(model) {
    if (model.source.text.includes('boom')) throw new Error('the rule\nis broken');
  },
};

export interface Toy extends Language<ToyModel> {
  /** How often `parse` ran. */
  readonly parses: { count: number };
}

export function createToy(id: LanguageId = 'sendmail-access'): Toy {
  const parses = { count: 0 };
  const boom = (model: ToyModel): void => {
    if (model.source.text.includes('boom')) throw new Error('boom\n    at somewhere');
  };
  return {
    id,
    parses,
    parse(text) {
      parses.count++;
      return { source: createSource(text) };
    },
    validate: (model, options) => runRules([noFoo, broken], model, options),
    hover(model, offset) {
      boom(model);
      const span = places(model.source, 'foo').find((s) => s.start <= offset && offset < s.end);
      return span && { span, markdown: '**foo** is `bar`' };
    },
    complete(model, offset) {
      boom(model);
      const span = { start: offset, end: offset };
      const completions: Completion[] = [
        { label: 'plain', kind: 14, span, text: 'plain', documentation: '**plain** text' },
        { label: 'call', kind: 3, span, text: 'call(${1:name})$0', snippet: true, deprecated: true },
      ];
      return completions;
    },
    symbols(model) {
      boom(model);
      return Array.from({ length: lineCount(model.source) }, (_, line): OutlineNode => {
        const span = lineSpan(model.source, line);
        return { name: lineText(model.source, line), kind: 13, span, selection: { start: 0, end: model.source.text.length } };
      });
    },
    folds: (model) => [
      { startLine: 0, endLine: lineCount(model.source) - 1 },
      { startLine: 0, endLine: 0 },
    ],
    definition: (model) => places(model.source, 'foo').slice(0, 1),
    references: (model) => places(model.source, 'foo'),
    tokenLegend: { types: ['foo'], modifiers: ['first', 'rest'] },
    semanticTokens: (model) =>
      places(model.source, 'foo').map((s, i) => ({ ...s, type: 'foo', modifiers: [i === 0 ? 'first' : 'rest'] })),
    lenses: (model) => [
      { span: lineSpan(model.source, 0), title: 'Only told' },
      { span: lineSpan(model.source, 0), title: 'Do it', command: 'toy.do', arguments: [7] },
    ],
    triggerCharacters: ['@'],
  };
}

export function toyLanguages(toy: Toy): ReadonlyMap<string, Language> {
  return new Map([[toy.id, toy]]);
}
