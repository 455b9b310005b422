/** Text of logs in a page or a drawing: nothing in it is markup, and nothing in it changes how the rest reads. */

/**
 * A text for HTML and XML, within elements and quoted attributes. Controls, halves of surrogate pairs and what XML does not admit
 * are shown as U+FFFD, marks that turn the direction of writing too.
 */
export function escape(text: string): string {
  return text.replace(UNSAFE, (c) => ENTITIES[c] ?? '\ufffd');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': ' ',
  '\n': ' ',
};

const UNSAFE =
  /[&<>"'\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
