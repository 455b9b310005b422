/** Collects the regular expressions of the project. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Expression {
  /** File and line, or what the pattern belongs to. */
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

export interface Found {
  readonly literals: readonly Expression[];
  /** Files that make regular expressions of strings, and at how many places. */
  readonly made: ReadonlyMap<string, number>;
}

/** The literals in the TypeScript files below a folder, as the compiler reads them. */
export function expressionsBelow(folder: string): Found {
  const literals: Expression[] = [];
  const made = new Map<string, number>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!entry.endsWith('.ts')) continue;
    const file = path.posix.join(folder, ...entry.split(path.sep));
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const slash = node.text.lastIndexOf('/');
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
        literals.push({ where: `${file}:${line}`, source: node.text.slice(1, slash), flags: node.text.slice(slash + 1) });
      } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp')
        made.set(file, (made.get(file) ?? 0) + 1);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, made };
}

/**
 * The patterns of a TextMate grammar. They are Oniguruma's: what they share with JavaScript is read as JavaScript's. A grammar sees
 * one line at a time, so that `.` is any character; `\G` holds a pattern to one place.
 */
export function grammarExpressions(file: string): Expression[] {
  const found: Expression[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (/^(?:match|begin|end|while)$/.test(key) && typeof inner === 'string')
        found.push({ where: file, source: inner.replace(/^\\G/, ''), flags: inner.startsWith('\\G') ? 'suy' : 'sug' });
      else visit(inner);
    }
  };
  visit(JSON.parse(readFileSync(file, 'utf8')));
  return found;
}
