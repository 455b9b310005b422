/**
 * What is known of each name in sendmail's configuration, as Markdown: one text for hover, completion and the command line. The
 * facts are in the knowledge rows; a caller adds what the name means at its place.
 */
import { t } from '@vscode/l10n';
import { code, explain, plain, prose } from '../markdown';
import { cfLines, otherOptions } from '../knowledge/cfLines';
import { conf, type ConfRow } from '../knowledge/conf';
import { defines, type DefineRow } from '../knowledge/defines';
import { directives, type DirectiveRow } from '../knowledge/directives';
import { enums, type EnumRow, type EnumValue } from '../knowledge/enums';
import { features, type FeatureArgument, type FeatureRow } from '../knowledge/features';
import { m4builtins, type M4BuiltinRow } from '../knowledge/m4builtins';
import { mailerFlags, type MailerFlagRow } from '../knowledge/mailerFlags';
import { mailers, type MailerRow } from '../knowledge/mailers';
import { mapFlags, mapTypes, type MapRow } from '../knowledge/maps';
import { domains, hacks, ostypes, type NamedFileRow } from '../knowledge/ostypes';

/** What a place adds to an entry; both are Markdown. */
export interface Context {
  readonly here?: string | undefined;
  readonly todo?: string | undefined;
  /** True if `here` names the default, so that it need not be said twice. */
  readonly saysDefault?: boolean;
}

const named = <R extends { readonly name: string }>(rows: readonly R[]): ReadonlyMap<string, R> =>
  new Map(rows.map((r) => [r.name, r]));

export const featureRows = named(features);
export const confRows = named(conf);
export const defineRows = named(defines);
export const directiveRows = named(directives);
export const mailerRows = named(mailers);
export const ostypeRows = named(ostypes);
export const domainRows = named(domains);
export const hackRows = named(hacks);
export const builtinRows = named(m4builtins);
export const mapTypeRows = named(mapTypes);
export const enumRows = named(enums);
export const mailerFlagRows = named(mailerFlags);

const optionRows = new Map(conf.filter((r) => r.option).map((r) => [r.option!.toLowerCase(), r]));

/** What sets an option of sendmail.cf; case does not count in its name. */
export const optionRow = (option: string): ConfRow | undefined => optionRows.get(option.toLowerCase());

/** The flag of a map spec, whatever is written right behind its letter. */
export const mapFlagOf = (word: string): MapRow | undefined => mapFlags.find((f) => f.name === word.slice(0, 2));

/** The value of a list that a word stands for, as sendmail reads it: by its first letter, or by case, where the list is so. */
export function valueIn(list: EnumRow, word: string): EnumValue | undefined {
  const exact = list.values.find((v) => v.name === word);
  if (exact) return exact;
  const same = list.caseSensitive && list.type !== 'keys' ? undefined : fold(list.values, word);
  return same ?? (list.firstLetter ? byFirstLetter(list, word) : undefined);
}

const fold = (values: readonly EnumValue[], word: string): EnumValue | undefined =>
  values.find((v) => v.name.toLowerCase() === word.toLowerCase());

/** `M=` is Modifiers, `q=` is queueLA; a letter in the other case counts only where no key has it in this one. */
function byFirstLetter(list: EnumRow, word: string): EnumValue | undefined {
  const letter = word[0] ?? '';
  const begins = (wanted: string): EnumValue | undefined =>
    wanted === '' ? undefined : list.values.find((v) => v.name.startsWith(wanted));
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return begins(letter) ?? (list.caseSensitive && list.type !== 'keys' ? undefined : begins(other));
}

/** FEATURE with its name: arguments, map, what must stand above it. */
export function featureEntry(row: FeatureRow, context: Context = {}): string {
  return entry(
    row,
    `FEATURE(\`${row.name}')`,
    row.vendor ? t('feature, an addition of {0}', row.vendor) : t('feature'),
    context,
    [
      replacedBy(row),
      row.args.length > 0 ? t('Arguments: {0}.', argumentList(row.args)) : undefined,
      row.defaultMap && t('Without argument: {0}.', code(row.defaultMap)),
      row.requires && t('Must stand below {0}.', list(row.requires.map((n) => `FEATURE(${n})`))),
      row.mustPrecedeMailer && t('Must stand above {0}.', list(row.mustPrecedeMailer.map((n) => `MAILER(${n})`))),
      row.needs && t('Goes with {0}.', list(row.needs)),
    ],
  );
}

/** A name that `define` sets for an option, a macro or a header of sendmail.cf. */
export function confEntry(row: ConfRow, context: Context = {}): string {
  const what = row.option
    ? row.letter
      ? t('sets the option {0} ({1})', row.option, row.letter)
      : t('sets the option {0}', row.option)
    : row.thing
      ? t('sets {0}', row.thing)
      : t('is looked at by the macro files');
  return settingEntry(row, row.name, what, context);
}

/** An option of sendmail.cf that a name of an .mc file sets. */
export function optionEntry(row: ConfRow, context: Context = {}): string {
  return settingEntry(row, row.option ?? row.name, t('option; in an .mc file {0}', row.name), context);
}

/** An option of sendmail.cf that no name of an .mc file sets; undefined if it is none. */
export function otherOptionEntry(name: string, context: Context = {}): string | undefined {
  const row = otherOptions.find((o) => o.name.toLowerCase() === name.toLowerCase());
  return row && entry(row, row.name, t('option'), context);
}

/** What a line of sendmail.cf is, by its first letter. */
export function lineEntry(letter: string): string | undefined {
  const row = cfLines.find((l) => l.name === letter);
  return row && entry(row, row.name, t('first letter of a line'), {});
}

function settingEntry(row: ConfRow, title: string, what: string, context: Context): string {
  const values = row.values ? enumRows.get(row.values)?.values.map((v) => code(v.name)) : undefined;
  const todo = context.todo ?? reload(row.name);
  return entry(row, title, what, { ...context, todo }, [
    replacedBy(row),
    values && (row.type === 'flags' ? t('Any of: {0}.', values.join(', ')) : t('One of: {0}.', values.join(', '))),
    [typeText(row), context.saysDefault ? undefined : defaultText(row.default)].filter(Boolean).join(' '),
  ]);
}

/** A name that `define` sets for a file, a mailer or a relay. */
export function defineEntry(row: DefineRow, context: Context = {}): string {
  return entry(row, row.name, t('is looked at by the macro files'), context, [
    context.saysDefault ? undefined : defaultText(row.default),
  ]);
}

/** FEATURE, MAILER, LOCAL_CONFIG and the other macros of cf.m4. */
export function directiveEntry(row: DirectiveRow, context: Context = {}): string {
  const what = row.opensSection
    ? t('begins lines of sendmail.cf')
    : row.className
      ? t('adds to class {0}', row.className)
      : t('macro of cf.m4');
  return entry(row, row.name, what, context);
}

/** MAILER with its name. */
export function mailerEntry(row: MailerRow, context: Context = {}): string {
  return entry(row, `MAILER(\`${row.name}')`, t('mailers {0}', row.defines.join(', ')), context, [
    row.after && t('Must stand below {0}.', list(row.after.map((n) => `MAILER(${n})`))),
  ]);
}

/** OSTYPE, DOMAIN or HACK with its name. */
export function fileEntry(macro: 'OSTYPE' | 'DOMAIN' | 'HACK', row: NamedFileRow, context: Context = {}): string {
  const what = { OSTYPE: t('operating system'), DOMAIN: t('settings of a site'), HACK: t('hack') }[macro];
  return entry(row, `${macro}(\`${row.name}')`, what, context);
}

/** A value of a list: a privacy flag, a key of DAEMON_OPTIONS, a modifier. */
export function valueEntry(row: EnumRow, value: EnumValue, context: Context = {}): string {
  return entry({ text: value.text, source: row.source }, value.name, t('in {0}', listTitle(row.name)), context);
}

/** One of m4's own macros. */
export function builtinEntry(row: M4BuiltinRow, context: Context = {}): string {
  return entry(row, row.name, t('macro of m4'), context);
}

/** A map type or a flag of a map spec. */
export function mapEntry(row: MapRow, context: Context = {}): string {
  return entry(row, row.name, row.name.startsWith('-') ? t('flag of a map') : t('map type'), context);
}

/** A letter of a mailer's flags. */
export function mailerFlagEntry(row: MailerFlagRow, context: Context = {}): string {
  return entry(row, row.name, t('mailer flag'), context);
}

/** The arguments of a FEATURE in words: `map spec (optional); skip | lookupdotdomain (optional, up to 3)`. */
export function argumentList(args: readonly FeatureArgument[]): string {
  const parts: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const a = args[i]!;
    let same = 1;
    while (args[i + same]?.name === a.name) same++;
    i += same - 1;
    const values = a.values?.map((v) => code(v)).join(' | ');
    const notes = [a.optional && t('optional'), same > 1 && t('up to {0}', same)].filter(Boolean).join(', ');
    const name = values && !a.open ? values : plain(a.name) + (values ? ` (${values})` : '');
    parts.push(name + (notes ? ` (${notes})` : ''));
  }
  return parts.join('; ');
}

function entry(
  row: { readonly text: string; readonly source: string },
  title: string,
  what: string,
  context: Context,
  facts: readonly (string | undefined)[] = [],
): string {
  const here = [prose(t(row.text)), facts.filter(Boolean).join(' '), context.here].filter(Boolean).join('\n\n');
  return explain(
    {
      title: plain(title),
      what: plain(what),
      here,
      ...(context.todo && { todo: context.todo }),
      sources: row.source.split(', '),
    },
    t('To do'),
  );
}

/** How a change of a file named by a define takes effect. */
function reload(name: string): string | undefined {
  if (name === 'ALIAS_FILE') return t('after a change of the file run {0}.', code('newaliases'));
  if (/^conf(CW|CR|CT)_FILE$/.test(name)) return t('after a change of the file restart sendmail, or send it a HUP signal.');
  return undefined;
}

function replacedBy(row: { readonly replacement?: string }): string | undefined {
  return row.replacement && t('Use {0}.', plain(row.replacement));
}

function typeText(row: ConfRow): string | undefined {
  switch (row.type) {
    case 'bool':
      return t('True or False.');
    case 'int':
      return t('A number.');
    case 'time':
      return {
        s: t('A time; a number alone is seconds.'),
        m: t('A time; a number alone is minutes.'),
        h: t('A time; a number alone is hours.'),
        d: t('A time; a number alone is days.'),
      }[row.unit ?? 'm'];
    case 'filemode':
      return t('An octal mode.');
    default:
      return undefined;
  }
}

/** Values of several lines are not shown: nobody reads them in a hover. */
function defaultText(value: string | undefined): string | undefined {
  return value === undefined || value.includes('\n') ? undefined : t('Default: {0}.', code(value));
}

function list(names: readonly string[]): string {
  return names.map((n) => plain(n)).join(', ');
}

const listTitles: Readonly<Record<string, string>> = {
  DaemonKeys: 'DAEMON_OPTIONS',
  DaemonModifiers: 'DAEMON_OPTIONS, Modifiers',
  ClientKeys: 'CLIENT_OPTIONS',
  ClientModifiers: 'CLIENT_OPTIONS, Modifiers',
  MilterKeys: 'INPUT_MAIL_FILTER',
  QueueGroupKeys: 'QUEUE_GROUP',
  MailerKeys: 'M lines',
};

function listTitle(name: string): string {
  return listTitles[name] ?? name;
}
