/** Laying out a list of recipients: one a line, or all on one. */
import { t } from '@vscode/l10n';
import type { Edit, Fix } from '../../problem';
import type { Span } from '../../text';
import { lineEndOf } from '../map/edits';
import type { AliasEntry, AliasModel } from './model';

/** The rewritings offered for the entry at a place. */
export function refactorAlias(model: AliasModel, at: Span): Fix[] {
  const entry = model.at(at.start);
  if (!entry || entry.targets.length < 2) return [];
  const split = { title: t('One recipient a line'), edits: between(model, entry, `,${lineEndOf(model.source)}\t`) };
  const joined = { title: t('All recipients on one line'), edits: between(model, entry, ', ') };
  return [split, joined].filter((fix) => fix.edits.length > 0);
}

/** What stands between two recipients is a comma with white space around it; stray commas go with it. */
function between(model: AliasModel, entry: AliasEntry, text: string): Edit[] {
  const edits: Edit[] = [];
  for (let i = 1; i < entry.targets.length; i++) {
    const { end: start } = entry.targets[i - 1]!;
    const { start: end } = entry.targets[i]!;
    const was = model.source.text.slice(start, end);
    // A comment among the lines would be lost.
    if (!/^[\s,]*$/.test(was)) return [];
    if (was !== text) edits.push({ start, end, text });
  }
  return edits;
}
