/** The characters that a pattern tells apart. */
import { visitRegExpAST, type AST } from '@eslint-community/regexpp';

/** A set of atoms, a bit each. An atom stands for all characters that no part of the pattern tells apart. */
export type Mask = bigint;

/** A part of a pattern that reads one character. */
export type Reading = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

export interface Alphabet {
  /** All atoms and the end of the text, which counts as one more. */
  readonly all: Mask;
  readonly endOfText: Mask;
  readonly word: Mask;
  readonly lineEnd: Mask;
  /** The atoms, grouped by what the pattern's assertions see in the character before them. */
  readonly kinds: readonly Mask[];
  read(part: Reading): Mask;
  /** A character of the set, one that can be seen where there is one. */
  sample(mask: Mask): string;
}

/** Characters that classes tell apart without naming them, or that fold to others. */
const SAMPLES = [...Array.from({ length: 128 }, (_, i) => i), 0x85, 0xa0, 0xdf, 0xe9, 0x17f, 0x2028, 0x212a, 0x4e00, 0xfeff];

const WORD = '\\w';
const LINE_END = '[\\n\\r\\u2028\\u2029]';

/** What the characters of a pattern are is asked of JavaScript's own engine: no part of it is written again here. */
export function alphabetOf(pattern: AST.Pattern, flags: string): Alphabet {
  const unicode = flags.includes('u');
  const keyOf = (raw: string, part?: AST.Node): string => `${flagsAt(part, flags)}/${raw}`;
  const parts = new Map([WORD, LINE_END].map((raw) => [keyOf(raw), new RegExp(`^${raw}$`, unicode ? 'u' : '')]));
  const seen = new Set<string>();
  const points = new Set(SAMPLES);
  visitRegExpAST(pattern, {
    onCharacterEnter(node) {
      for (const point of [node.value - 1, node.value, node.value + 1])
        if (point >= 0 && point <= (unicode ? 0x10ffff : 0xffff)) points.add(point);
      if (node.parent.type !== 'CharacterClass' && node.parent.type !== 'CharacterClassRange') add(node);
    },
    onCharacterSetEnter(node) {
      if (node.parent.type !== 'CharacterClass') add(node);
    },
    onCharacterClassEnter: add,
    onAssertionEnter(node) {
      if (node.kind === 'word') seen.add(keyOf(WORD));
      if (node.kind === 'start' && flags.includes('m')) seen.add(keyOf(LINE_END));
    },
  });

  function add(node: AST.Character | AST.CharacterSet | AST.CharacterClass): void {
    const key = keyOf(node.raw, node);
    parts.set(key, new RegExp(`^(?:${node.raw})$`, flagsAt(node, flags)));
    if (isBehind(node)) seen.add(key);
  }

  const keys = [...parts.keys()];
  const atoms = new Map<string, { bit: Mask; sample: string; in: readonly boolean[] }>();
  for (const point of points) {
    const sample = unicode ? String.fromCodePoint(point) : String.fromCharCode(point);
    const matches = keys.map((key) => parts.get(key)!.test(sample));
    const signature = matches.map(Number).join('');
    const known = atoms.get(signature);
    if (!known) atoms.set(signature, { bit: 1n << BigInt(atoms.size), sample, in: matches });
    else if (/[!-~]/.test(sample) && !/[!-~]/.test(known.sample)) known.sample = sample;
  }
  const list = [...atoms.values()];
  const union = (of: readonly { bit: Mask }[]): Mask => of.reduce((sum, { bit }) => sum | bit, 0n);
  const masks = new Map(keys.map((key, i) => [key, union(list.filter((atom) => atom.in[i]))]));
  const kinds = new Map<string, Mask>();
  for (const atom of list) {
    const kind = keys.map((key, i) => (seen.has(key) && atom.in[i] ? '1' : '0')).join('');
    kinds.set(kind, (kinds.get(kind) ?? 0n) | atom.bit);
  }
  const endOfText = 1n << BigInt(list.length);
  return {
    all: (endOfText << 1n) - 1n,
    endOfText,
    word: masks.get(keyOf(WORD))!,
    lineEnd: masks.get(keyOf(LINE_END))!,
    kinds: [...kinds.values()],
    read: (part) => masks.get(keyOf(part.raw, part))!,
    sample: (mask) => list.find((atom) => (atom.bit & mask) !== 0n)?.sample ?? '',
  };
}

/** The flags that bear on what a part reads, with those of the groups around it: `(?i:a)`. */
function flagsAt(part: AST.Node | undefined, flags: string): string {
  const found = new Set([...flags].filter((flag) => 'isu'.includes(flag)));
  for (let node: AST.Node | null | undefined = part; node; node = node.parent)
    if (node.type === 'Group' && node.modifiers?.add.ignoreCase) found.add('i');
  return [...found].join('');
}

function isBehind(part: AST.Node): boolean {
  for (let node: AST.Node | null = part; node; node = node.parent)
    if (node.type === 'Assertion' && node.kind === 'lookbehind') return true;
  return false;
}
