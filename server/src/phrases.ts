/**
 * The translations as the package holds them. What the server says has no English text there, for that alone would be half of a
 * bundle: a short key stands for it, computed from the text. The keys of all languages are the same; they are in the program once
 * and the bundles have the translations in their order. What the client says is looked up by VS Code, by the text.
 */

/** The keys, one after the other, as the build puts them in; not there where the program runs from source. */
declare const PHRASE_KEYS: string | undefined;

/** A key has so many characters. */
const KEY = 5;

/** Stands for all that the server says, in a bundle. */
const PACKED = '';

/** The key of an English text: FNV-1a over its UTF-16 units. A test sees to it that no two texts of the sources share one. */
export function phraseKey(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(KEY, '0').slice(-KEY);
}

/** A bundle as the package has it. `own`: whether VS Code looks the text up. `keys`: those of all other texts, in order. */
export function packPhrases(
  bundle: Readonly<Record<string, string>>,
  own: (text: string) => boolean,
  keys: readonly string[],
): Record<string, string> {
  const byKey = new Map(Object.entries(bundle).map(([text, translation]) => [phraseKey(text), translation]));
  const packed = keys.map((key) => byKey.get(key) ?? '').join('\n');
  return { ...Object.fromEntries(Object.entries(bundle).filter(([text]) => own(text))), [PACKED]: packed };
}

/** A bundle of the package, or of the sources, as one that finds every translation by the English text, as @vscode/l10n asks for it. */
export function phrasesOf(
  bundle: Readonly<Record<string, string>>,
  keys = typeof PHRASE_KEYS === 'string' ? PHRASE_KEYS : '',
): Record<string, string> {
  const byKey = new Map((bundle[PACKED] ?? '').split('\n').map((said, i) => [keys.slice(i * KEY, (i + 1) * KEY), said]));
  const found = (_: object, text: string | symbol): string | undefined =>
    typeof text === 'string' ? (bundle[text] ?? (byKey.get(phraseKey(text)) || undefined)) : undefined;
  return new Proxy<Record<string, string>>({}, { get: found });
}
