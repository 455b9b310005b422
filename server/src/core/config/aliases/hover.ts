/** Hovers of the alias file: where a name leads in the end, and what a recipient is. */
import { t } from '@vscode/l10n';
import type { Hover } from '../../language';
import { code, codeCalls, explain } from '../../markdown';
import { lineAt } from '../../text';
import { liveLabel } from '../map/live';
import { reachOf, resolve } from './graph';
import { endsOf, type End } from './lead';
import type { AliasEntry, AliasModel } from './model';
import { placeIn } from './places';
import { kindText, recipientText } from './recipient';

/** Explains the name or the recipient at `offset`. */
export function hoverAliases(model: AliasModel, offset: number): Hover | undefined {
  const place = placeIn(model, offset);
  if (!place) return undefined;
  if (!('target' in place)) {
    const { name } = place.entry;
    return { span: { start: name.start, end: name.end }, markdown: nameMarkdown(model, place.entry) };
  }
  const { target } = place;
  const span = { start: target.start, end: target.end };
  const next = resolve(model, target);
  if (next && next !== place.entry) return { span, markdown: nameMarkdown(model, next) };
  const own =
    next === place.entry ? t('The alias names itself: the user of this name gets the mail too.') : codeCalls(kindText(target));
  return { span, markdown: explain({ title: recipientText(target), here: own, todo: live() }, liveLabel()) };
}

function nameMarkdown(model: AliasModel, entry: AliasEntry): string {
  const { name } = entry;
  const kept = name.key === undefined ? undefined : model.kept.get(name.key);
  const where = t('alias, line {0}', lineAt(model.source, entry.start) + 1);
  return explain({ title: code(name.text), what: where, here: hereText(model, entry, kept), todo: live() }, liveLabel());
}

function hereText(model: AliasModel, entry: AliasEntry, kept: AliasEntry | undefined): string {
  if (!kept) return t('newaliases refuses this entry.');
  if (kept !== entry)
    return t(
      'Without effect: the entry in line {0} has the same name, and the last one counts.',
      lineAt(model.source, kept.start) + 1,
    );
  const { ends, more } = endsOf(model, entry);
  const lines = ends.map((end) => `- ${endText(model, end)}`);
  if (more) lines.push(`- ${t('and others')}`);
  const loop = reachOf(model).get(entry)?.loop ? t('It leads back to itself.') : '';
  if (lines.length === 0) return loop || t('It leads to nobody.');
  return [t('Who gets the mail:'), lines.join('\n'), loop].filter(Boolean).join('\n\n');
}

/** The way in front, the recipient behind: `root` (line 3) → `alice@example.com`. */
function endText(model: AliasModel, { target, through }: End): string {
  const way = through.map((e) => t('{0} (line {1})', code(e.name.text), lineAt(model.source, e.start) + 1));
  return [...way, recipientText(target)].join(' → ');
}

function live(): string {
  return code('newaliases');
}
