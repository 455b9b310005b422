/**
 * The translations as the package holds them. What the server says has no English text there, for that alone would be half of a
 * bundle: a short key stands for it, computed from the text. What the client says is looked up by VS Code, by the text.
 */

/** The key of an English text: FNV-1a over its UTF-16 units. A test sees to it that no two texts of the sources share one. */
export function phraseKey(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).slice(-5);
}

/** A bundle of the package as one that finds every translation by the English text, as @vscode/l10n asks for it. */
export function phrasesOf(bundle: Readonly<Record<string, string>>): Record<string, string> {
  const found = (_: object, text: string | symbol): string | undefined =>
    typeof text === 'string' ? (bundle[text] ?? bundle[phraseKey(text)]) : undefined;
  return new Proxy<Record<string, string>>({}, { get: found });
}
