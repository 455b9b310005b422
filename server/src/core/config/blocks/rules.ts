/** Rules about single entries look at one block at a time, and what they found stays with it. */
import type { Finding, Rule } from '../../problem';
import type { Blocked } from './blocks';

/** A block's content: the lines that are not plain as a model of their own, or undefined where all are. */
export interface HasLines<L> {
  readonly lines: L | undefined;
}

/** A rule of a whole file that looks at its blocks one by one. What it finds in one must be a matter of the block's text alone. */
export function inBlocks<L extends object>(rule: Rule<L>): Rule<Blocked<HasLines<L>>> {
  return {
    ...rule,
    check({ blocks }, report) {
      for (const { start, content } of blocks) {
        if (!content.lines) continue;
        for (const finding of findingsIn(content.lines, rule)) report(moved(finding, start));
      }
    },
  };
}

const known = new WeakMap<object, Map<string, readonly Finding[]>>();
const NONE: readonly Finding[] = [];

function findingsIn<L extends object>(lines: L, rule: Rule<L>): readonly Finding[] {
  let ofRules = known.get(lines);
  if (!ofRules) known.set(lines, (ofRules = new Map<string, readonly Finding[]>()));
  let findings = ofRules.get(rule.id);
  if (!findings) {
    const found: Finding[] = [];
    rule.check(lines, (finding) => found.push(finding));
    ofRules.set(rule.id, (findings = found.length > 0 ? found : NONE));
  }
  return findings;
}

/** A finding of a block as one of the file. */
export function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { start, end, related, fixes } = finding;
  return {
    ...finding,
    start: start + by,
    end: end + by,
    ...(related && { related: related.map((r) => ({ ...r, start: r.start + by, end: r.end + by })) }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
      })),
    }),
  };
}
