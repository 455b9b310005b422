/** Every word of sendmail's configuration that `explain` can explain without a file. */
import type { Glossary } from '../../language';
import { otherOptions } from '../../knowledge/cfLines';
import { enums, type EnumRow } from '../../knowledge/enums';
import {
  builtinEntry,
  builtinRows,
  confEntry,
  confRows,
  defineEntry,
  defineRows,
  directiveEntry,
  directiveRows,
  domainRows,
  featureEntry,
  featureRows,
  fileEntry,
  hackRows,
  mailerEntry,
  mailerRows,
  mapEntry,
  mapTypeRows,
  optionEntry,
  optionRow,
  otherOptionEntry,
  ostypeRows,
  valueEntry,
  valueIn,
} from '../entries';

/**
 * Macros, features, mailers, what `define` sets, flags, options of sendmail.cf and m4's own macros. m4 tells capitals from small
 * letters, so the word as it is comes first; only a word nobody has in that form is looked for in the other.
 */
export const mcGlossary: Glossary = { entry, words };

/** Lists whose words are words of their own; letters and keys mean nothing without their macro. */
const wordLists = enums
  .filter((e) => e.type === 'flags' || e.type === 'enum')
  .filter((e) => e.values.every((v) => v.name.length > 1));

/** Words too general to stand for themselves. */
const generalWords = new Set(['true', 'false', 'none', 'mail', 'time', 'host', 'print', 'write', 'public', 'always']);

function entry(word: string): string | undefined {
  const wanted = word.trim();
  return (
    entriesOf(wanted) ?? (wanted === wanted.toLowerCase() ? entriesOf(wanted.toUpperCase()) : entriesOf(wanted.toLowerCase()))
  );
}

function entriesOf(name: string): string | undefined {
  const found: string[] = [];
  const add = <R>(rows: ReadonlyMap<string, R>, toEntry: (row: R) => string): void => {
    const row = rows.get(name);
    if (row) found.push(toEntry(row));
  };
  add(directiveRows, directiveEntry);
  add(featureRows, featureEntry);
  add(confRows, confEntry);
  if (!confRows.has(name)) add(defineRows, defineEntry);
  add(mailerRows, mailerEntry);
  add(ostypeRows, (row) => fileEntry('OSTYPE', row));
  add(domainRows, (row) => fileEntry('DOMAIN', row));
  add(hackRows, (row) => fileEntry('HACK', row));
  const option = optionRow(name);
  if (option) found.push(optionEntry(option));
  const other = otherOptionEntry(name);
  if (other) found.push(other);
  for (const list of wordLists) {
    const value = generalWords.has(name.toLowerCase()) ? undefined : wholeValue(list, name);
    if (value) found.push(value);
  }
  add(mapTypeRows, mapEntry);
  add(builtinRows, builtinEntry);
  return found.length > 0 ? found.join('\n\n---\n\n') : undefined;
}

/** A value by its whole name: what sendmail makes of one letter is no word to look up. */
function wholeValue(list: EnumRow, name: string): string | undefined {
  const value = valueIn(list, name);
  return value && value.name.toLowerCase() === name.toLowerCase() ? valueEntry(list, value) : undefined;
}

function* words(): Iterable<string> {
  const seen = new Set<string>();
  for (const rows of [
    directiveRows,
    featureRows,
    confRows,
    defineRows,
    mailerRows,
    ostypeRows,
    domainRows,
    hackRows,
    mapTypeRows,
    builtinRows,
  ])
    for (const name of rows.keys()) seen.add(name);
  for (const row of confRows.values()) if (row.option) seen.add(row.option);
  for (const row of otherOptions) seen.add(row.name);
  for (const list of wordLists) for (const v of list.values) if (!generalWords.has(v.name.toLowerCase())) seen.add(v.name);
  yield* seen;
}
