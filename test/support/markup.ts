/** Reads the pages and drawings that we make ourselves as strictly as an XML parser: whatever is not escaped shows as markup. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const VOID = new Set(['meta', '!doctype']);

/**
 * The elements of a text, in order. Throws where a tag is not closed, an attribute not quoted, a character not escaped or not
 * allowed in XML. `html` admits void elements and does not look into style.
 */
export function elementsOf(text: string, html = false): Element[] {
  const bad =
    /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (bad) throw new Error(`a character that XML does not admit at ${bad.index}`);
  const elements: Element[] = [];
  const open: string[] = [];
  const tag = /<([^>]*)>/g;
  let from = 0;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    checkText(text.slice(from, match.index), open.at(-1) === 'style');
    from = tag.lastIndex;
    const inside = match[1]!;
    if (inside.startsWith('/')) {
      if (open.pop() !== inside.slice(1)) throw new Error(`<${inside}> closes nothing`);
      continue;
    }
    const [, name, rest, closed] = /^([!\w]+)((?: [\w:-]+(?:="[^"<]*")?)*)\s*(\/?)$/.exec(inside) ?? [];
    if (!name) throw new Error(`no tag: <${inside}>`);
    const attributes: Record<string, string> = {};
    for (const [, key, value = ''] of (rest ?? '').matchAll(/ ([\w:-]+)(?:="([^"]*)")?/g)) {
      checkText(value, false);
      attributes[key!] = value;
    }
    elements.push({ name, attributes });
    if (!closed && !(html && VOID.has(name.toLowerCase()))) open.push(name);
  }
  checkText(text.slice(from), false);
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`);
  return elements;
}

function checkText(text: string, style: boolean): void {
  if (!style && /&(?!(?:amp|lt|gt|quot|#39);)|[<>]/.test(text)) throw new Error(`not escaped: ${text.slice(0, 80)}`);
}
