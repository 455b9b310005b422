/** What names and tables mean in one file: the values `define` gives, the files FEATUREs read. */
import { lineAt } from '../../text';
import { makemapCommand, parseMapSpec } from '../mapSpec';
import { featureRows } from '../entries';
import type { McCall, McModel } from './model';
import { valueOf } from './model';

/** The calls that give `name` a value, in the order m4 runs them. */
export function definesOf(model: McModel, name: string): McCall[] {
  return model.run.filter((c) => c.name === 'define' && c.args.length > 0 && valueOf(c, 0) === name);
}

/** The value `name` has in the end, as the file sets it; undefined if it does not. */
export function valueIn(model: McModel, name: string): string | undefined {
  const last = definesOf(model, name).at(-1);
  return last && valueOf(last, 1);
}

/** The first arguments of all calls of a macro that run: the FEATUREs that are on, the filters there are. */
export function namesUsed(model: McModel, ...macros: readonly string[]): ReadonlySet<string> {
  return new Set(model.run.filter((c) => macros.includes(c.name)).map((c) => valueOf(c, 0)));
}

/** True if the mailer is there whose names begin with `prefix`: LOCAL, SMTP, RELAY, UUCP … */
export function usesMailer(model: McModel, prefix: string): boolean {
  const used = namesUsed(model, 'MAILER');
  if (/SMTP|RELAY/.test(prefix)) return used.has('smtp');
  return used.has(prefix.toLowerCase()) || (prefix === 'LOCAL' && used.has('smtp'));
}

/** The line of a call as an editor counts it, from 1. */
export function lineOf(model: McModel, call: McCall): number {
  return lineAt(model.source, call.span.start) + 1;
}

/** Where a FEATURE's table is. */
export interface Table {
  /** The map spec, with the file's own directory and map type in it. */
  readonly spec: string;
  readonly type: string;
  /** The text file, without `.db`. */
  readonly file?: string;
  /** How it is made from that file; absent if nothing has to be made. */
  readonly makemap?: string;
  /** True if it may be missing (`-o`). */
  readonly optional: boolean;
}

/** The table a FEATURE reads in this file; undefined if it reads none. */
export function tableOf(model: McModel, call: McCall): Table | undefined {
  const row = featureRows.get(valueOf(call, 0));
  if (!row?.defaultMap) return undefined;
  const given = valueOf(call, 1).trim();
  if (given === 'LDAP') return { spec: given, type: 'ldap', optional: false };
  const type = valueIn(model, 'DATABASE_MAP_TYPE') ?? 'hash';
  const directory = valueIn(model, 'MAIL_SETTINGS_DIR') ?? '/etc/mail/';
  const usual = row.defaultMap.replace(/^hash\b/, type).replace('/etc/mail/', directory);
  const own = given.replace(/\bDATABASE_MAP_TYPE\b/g, type).replace(/\bMAIL_SETTINGS_DIR\b[`']*/g, directory);
  const spec = parseMapSpec(own || usual);
  if (!spec) return undefined;
  const makemap = makemapCommand(spec);
  return {
    spec: own || usual,
    type: spec.type.text,
    optional: spec.flags.some((f) => f.text === '-o'),
    ...(spec.file && { file: spec.file.text }),
    ...(makemap && { makemap }),
  };
}

/** The file of a class, as `confCW_FILE` and the _FILE macros name it: without `-o` in front and the pattern behind. */
export function classFile(value: string): string {
  return value
    .replace(/^\s*-o\s+/, '')
    .replace(/(?<!\s)\s+%.*/, '')
    .trim();
}
