/** Which names mean something in an .mc file. */
import { conf } from '../../knowledge/conf';
import { defines } from '../../knowledge/defines';
import { directives } from '../../knowledge/directives';
import { m4builtins } from '../../knowledge/m4builtins';

/** The macros cf.m4 brings. */
export const directiveNames: ReadonlySet<string> = new Set(directives.map((d) => d.name));
const builtinNames = new Set(m4builtins.map((b) => b.name));
/** All macros there are before the file defines its own. */
export const macroNames: ReadonlySet<string> = new Set([...directiveNames, ...builtinNames]);

const valueNames = new Set([...conf.map((c) => c.name), ...defines.map((d) => d.name)]);

/** True for the macros cf.m4 brings: FEATURE, MAILER, LOCAL_CONFIG … */
export function isDirective(name: string): boolean {
  return directiveNames.has(name);
}

/** True for m4's own macros. */
export function isBuiltin(name: string): boolean {
  return builtinNames.has(name);
}

/** True for a name that `define` gives a value sendmail's macro files look at. */
export function isKnownName(name: string): boolean {
  return valueNames.has(name);
}

/** True for a call that stands by itself, never within the arguments of another (unless those are kept for later). */
export function isTopLevelName(name: string): boolean {
  return directiveNames.has(name) || name === 'define' || name === 'undefine' || name === 'include' || name === 'divert';
}

/** Files that packages bring to where the files of the same packages include them; they set nothing that the rules look for. */
const packaged = [
  /(^|\/)cf\.m4$/,
  /^\/usr\/share\/sendmail\//,
  /^\/usr\/share\/sendmail-cf\//,
  /^\/etc\/mail\/m4\/(dialup|provider)\.m4$/,
  /^\/etc\/mail\/(tls\/starttls|sasl\/sasl)\.m4$/,
];

/** True for an included file that comes with a distribution's package (Debian, Red Hat), not from the administrator. */
export function isPackaged(file: string): boolean {
  return packaged.some((p) => p.test(file)) && !misspeltCf(file);
}

const macroFolders = new Set('cf domain feature hack m4 mailer ostype sh siteconfig'.split(' '));

/** True for a file in sendmail's own folders that is none of those there: m4/cf.m4 with a slip of the hand. */
export function misspeltCf(file: string): boolean {
  const folder = /^\/usr\/share\/sendmail(?:\/cf|-cf)\/([^/]*)\/[^/]*$/.exec(file)?.[1];
  if ((folder !== undefined && !macroFolders.has(folder)) || /^[^/.].*\/usr\/share\//.test(file)) return true;
  return /(^|\/)m4\/[^/]*$/.test(file) && !/\/etc\//.test(file) && !/\/(cf|cfhead|proto|version)\.m4$/.test(file);
}
