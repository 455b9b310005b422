/** What holds for every language and any text. */
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/core/language';
import type { HasSource } from '../../../server/src/core/problem';
import type { Span } from '../../../server/src/core/text';

/** Reads the text and asks every feature; nothing throws, and every range lies inside the text. */
export function assertSound<M extends HasSource>(language: Language<M>, text: string): void {
  const inside = (span: Span, what: string): void => {
    assert.ok(
      span.start >= 0 && span.start <= span.end && span.end <= text.length,
      `${what} ${JSON.stringify(span)} in ${JSON.stringify(text)}`,
    );
  };
  const model = language.parse(text);
  const problems = language.validate!(model, {
    onBrokenRule: (rule, error) => {
      throw new Error(`rule ${rule} threw on ${JSON.stringify(text)}`, { cause: error });
    },
  });
  for (const problem of problems) {
    inside(problem, problem.rule);
    for (const related of problem.related ?? []) inside(related, problem.rule);
    for (const fix of problem.fixes ?? []) {
      const edits = [...fix.edits].sort((a, b) => a.start - b.start || a.end - b.end);
      edits.forEach((edit, i) => {
        inside(edit, `${problem.rule}'s fix`);
        assert.ok(i === 0 || edits[i - 1]!.end <= edit.start, `edits of ${problem.rule} overlap in ${JSON.stringify(text)}`);
      });
    }
  }
  for (const symbol of language.symbols?.(model) ?? []) {
    for (const node of [symbol, ...(symbol.children ?? [])]) {
      inside(node.span, 'symbol');
      assert.ok(
        node.span.start <= node.selection.start && node.selection.end <= node.span.end,
        'selection outside of its symbol',
      );
    }
  }
  for (const fold of language.folds?.(model) ?? []) {
    assert.ok(fold.startLine >= 0 && fold.endLine < model.source.lineStarts.length, 'fold outside');
  }
  for (const offset of [0, text.length >> 1, text.length]) {
    const hover = language.hover?.(model, offset);
    if (hover) inside(hover.span, 'hover');
    for (const item of language.complete?.(model, offset) ?? []) inside(item.span, `completion ${item.label}`);
    for (const span of language.definition?.(model, offset) ?? []) inside(span, 'definition');
    for (const span of language.references?.(model, offset) ?? []) inside(span, 'reference');
  }
}

/**
 * Reads and judges a text so large that whoever takes more than linear time never ends: no rule breaks, and what is found lies
 * inside the text, in order.
 */
export function assertJudged<M extends HasSource>(language: Language<M>, text: string): void {
  const what = JSON.stringify(text.slice(0, 40));
  const problems = language.validate!(language.parse(text), {
    onBrokenRule: (rule, error) => {
      throw new Error(`rule ${rule} threw on ${what} …`, { cause: error });
    },
  });
  let from = 0;
  for (const { rule, start, end } of problems) {
    assert.ok(from <= start && start <= end && end <= text.length, `${rule} at ${start} to ${end} of ${what} …`);
    from = start;
  }
}

/** How long a test may take that hangs, in milliseconds; no measure of what it takes. */
export const HANG = 300_000;
