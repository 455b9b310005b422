/** What the two rules of required names share. */
import { t } from '@vscode/l10n';
import type { Fix } from '../../problem';
import type { Span } from '../../text';
import { lineEndOf } from '../map/edits';
import type { AliasModel } from './model';

/** The name of the first entry that counts: where a problem of the whole file is shown. The file must have one. */
export function firstName(model: AliasModel): Span {
  const [first] = model.kept.values();
  return { start: first!.name.start, end: first!.name.end };
}

/** The repair that adds `name: target` at the end of the file. */
export function addEntry(model: AliasModel, name: string, target: string): Fix {
  const { text } = model.source;
  const end = lineEndOf(model.source);
  const start = text.endsWith('\n') ? '' : end;
  return {
    title: t('Add {0}: {1}', name, target),
    edits: [{ start: text.length, end: text.length, text: `${start}${name}:\t${target}${end}` }],
    preferred: true,
  };
}
