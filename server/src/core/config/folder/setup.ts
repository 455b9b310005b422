/** What sendmail.mc makes of the files beside it: features, classes, mailers, and where the tables lie. */
import { mailers } from '../../knowledge/mailers';
import { linesOfKind } from '../cf/model';
import { directiveRows } from '../entries';
import { embeddedCf } from '../mc/embedded';
import type { McModel } from '../mc/model';
import { valueOf } from '../mc/model';
import { hasFeature, runsOf, stepsOf } from '../mc/steps';
import { classFile, tableOf, valueIn, type Table } from '../mc/values';
import type { McCall } from '../mc/model';
import type { MailFolder } from './model';

/** A class of sendmail.cf: the names it has for sure, in lower case, and whether it may have others that no file of the folder tells. */
export interface NameClass {
  readonly names: ReadonlySet<string>;
  readonly complete: boolean;
}

export interface Setup {
  readonly model: McModel;
  /** The calls that turn a feature on; empty if it is off. A feature that a macro file turns on has the call of that file. */
  feature(name: string): readonly McCall[];
  /** The table a feature reads; undefined if the feature is off or reads none. */
  table(feature: string): Table | undefined;
  /** Class w, G, R, VirtHost … without the names that only the machine knows (its own, those of its addresses). */
  classOf(name: string): NameClass;
  /** The mailers there are, in lower case. */
  readonly mailers: ReadonlySet<string>;
  /** The files that classes are read from, by the class: the last part of each path. */
  readonly classFiles: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<MailFolder, Setup | undefined>();

/**
 * What the folder's sendmail.mc sets up. Undefined where there is none, or where it is damaged or includes files that may change
 * anything: then nothing is known for sure.
 */
export function setupOf(folder: MailFolder): Setup | undefined {
  if (known.has(folder)) return known.get(folder);
  const model = folder.mc?.model;
  const setup = model && !model.damaged && !model.uncertain ? makeSetup(folder, model) : undefined;
  known.set(folder, setup);
  return setup;
}

function makeSetup(folder: MailFolder, model: McModel): Setup {
  const steps = stepsOf(model);
  const files = classFilesOf(model);
  const classes = new Map<string, NameClass>();
  const feature = (name: string): McCall[] => steps.filter((s) => s.macro === 'FEATURE' && s.name === name).map((s) => s.call);
  return {
    model,
    feature,
    table(name) {
      const call = runsOf(model, 'FEATURE').find((c) => valueOf(c, 0) === name);
      return call && tableOf(model, call);
    },
    classOf(name) {
      let found = classes.get(name);
      if (!found) classes.set(name, (found = readClass(folder, model, name, files.get(name) ?? [])));
      return found;
    },
    mailers: mailersOf(model),
    classFiles: files,
  };
}

/** Mailers that sendmail has without any line: Operations Guide 5.4. */
const builtIn = ['prog', '*file*', '*include*', 'error', 'local'];

function mailersOf(model: McModel): Set<string> {
  const names = stepsOf(model)
    .filter((s) => s.macro === 'MAILER')
    .flatMap((s) => mailers.find((m) => m.name === s.name)?.defines ?? [s.name]);
  const own = linesOfKind(embeddedCf(model).cf, 'mailer').map((l) => l.name.text);
  return new Set([...builtIn, ...names, ...own].map((n) => n.toLowerCase()));
}

/** Which files each class is read from, the last part of their paths. */
function classFilesOf(model: McModel): Map<string, string[]> {
  const files = new Map<string, string[]>();
  const add = (name: string, path: string): void => {
    const file = classFile(path).replace(/^.*\//, '');
    files.set(name, [...(files.get(name) ?? []), file]);
  };
  if (hasFeature(model, 'use_cw_file')) add('w', valueIn(model, 'confCW_FILE') ?? 'local-host-names');
  if (hasFeature(model, 'use_ct_file')) add('t', valueIn(model, 'confCT_FILE') ?? 'trusted-users');
  add('R', valueIn(model, 'confCR_FILE') ?? 'relay-domains');
  for (const call of model.run) {
    const row = directiveRows.get(call.name);
    if (row?.takes === 'file' && row.className && call.args.length > 0) add(row.className, valueOf(call, 0));
  }
  for (const line of linesOfKind(embeddedCf(model).cf, 'classFile')) add(bare(line.name.text), line.value.text);
  return files;
}

function readClass(folder: MailFolder, model: McModel, name: string, files: readonly string[]): NameClass {
  const names = new Set<string>();
  let complete = true;
  const add = (word: string): void => {
    if (/\$/.test(word)) complete = false;
    else if (word !== '') names.add(word.toLowerCase());
  };
  for (const call of model.run) {
    const row = directiveRows.get(call.name);
    if (row?.className !== name || row.takes !== 'names') continue;
    for (const argument of call.args) argument.text.split(/\s+/).forEach(add);
  }
  for (const line of linesOfKind(embeddedCf(model).cf, 'class'))
    if (bare(line.name.text) === name) line.value.text.split(/\s+/).forEach(add);
  for (const file of files) {
    const list = [...folder.lists.values()].find((f) => f.name === file);
    if (list) list.model.entries.forEach((e) => add(e.name.text));
    // relay-domains may be missing, and as a rule is.
    else if (name !== 'R' || folder.names.has(file)) complete = false;
  }
  return { names, complete };
}

/** A class's name without the braces that long ones have. */
function bare(name: string): string {
  return name.replace(/^\{(.*)\}$/, '$1');
}
