/**
 * Open texts as the client changes them. In place of the protocol's library for this: that one looks for all line ends anew, which
 * in a long file takes longer than all else that an edit asks for, and the models have them.
 */
import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import { createSource, editedSource, offsetAt, type Source } from './core/text';

/** A text that is open. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  text: string;
}

/** How texts are opened and changed. `sourceOf` gives an open text with its lines, be it an earlier one, where somebody has them. */
export function openTexts(sourceOf: (uri: string) => Source | undefined): TextDocumentsConfiguration<OpenText> {
  return {
    create: (uri, languageId, version, text) => ({ uri, languageId, version, text }),
    update(open, changes, version) {
      const known = sourceOf(open.uri);
      let lines = (): Source => (known?.text === open.text ? known : createSource(open.text));
      for (const change of changes) {
        if ('range' in change) {
          const before = lines();
          const one = offsetAt(before, change.range.start);
          const other = offsetAt(before, change.range.end);
          const [start, end] = [Math.min(one, other), Math.max(one, other)];
          const text = before.text.slice(0, start) + change.text + before.text.slice(end);
          open.text = text;
          // Found if another change follows.
          lines = () => editedSource(before, text, { head: start, tail: before.text.length - end });
        } else {
          open.text = change.text;
          lines = () => createSource(change.text);
        }
      }
      open.version = version;
      return open;
    },
  };
}
