/** What a name means at its place in an .mc file: the part of a hover that only this file can tell. */
import { t } from '@vscode/l10n';
import { code, prose } from '../../markdown';
import { confRows, type Context, defineRows, directiveRows, enumRows, valueIn as valueInList } from '../entries';
import { pairsIn, pairValue } from '../lists';
import type { McArgument, McCall, McModel } from './model';
import { valueOf } from './model';
import { classFile, definesOf, lineOf, tableOf, valueIn } from './values';

/** The table it reads, and how a change of it takes effect. */
export function featureContext(model: McModel, call: McCall): Context {
  const name = valueOf(call, 0);
  if (name === 'use_cw_file') return classContext(valueIn(model, 'confCW_FILE') ?? confRows.get('confCW_FILE')!.default!);
  if (name === 'use_ct_file') return classContext(valueIn(model, 'confCT_FILE') ?? confRows.get('confCT_FILE')!.default!);
  const table = tableOf(model, call);
  if (!table) return {};
  if (!table.file) return { here: t('Here: asks {0}.', code(table.spec)) };
  if (!table.makemap) return { here: t('Here: reads {0} itself; a change takes effect at once.', code(table.file)) };
  const here = table.optional
    ? t('Here: reads {0}, made from {1}; it may be missing.', code(table.file + suffix(table.type)), code(table.file))
    : t('Here: reads {0}, made from {1}.', code(table.file + suffix(table.type)), code(table.file));
  return { here, todo: t('after a change run {0}. No restart is needed.', code(table.makemap)) };
}

function suffix(type: string): string {
  return type === 'dbm' ? '.pag' : type === 'cdb' ? '.cdb' : '.db';
}

function classContext(value: string): Context {
  return {
    here: t('Here: reads {0}.', code(classFile(value))),
    todo: t('after a change restart sendmail, or send it a HUP signal.'),
  };
}

/** What this define sets, what it replaces, and whether another one counts. */
export function defined(model: McModel, call: McCall): Context {
  const name = valueOf(call, 0);
  const value = shown(valueOf(call, 1));
  const row = confRows.get(name) ?? defineRows.get(name);
  const usual = row?.default;
  const parts = [standing(call)];
  if (call.args.length > 1) {
    parts.push(
      usual === undefined || usual.includes('\n')
        ? t('Here: {0}.', value)
        : usual.toLowerCase() === unquoted(valueOf(call, 1)).toLowerCase()
          ? t('Here: {0}, the default.', value)
          : t('Here: {0}, in place of {1}.', value, shown(usual)),
    );
  }
  if (call.runs) {
    const all = definesOf(model, name);
    const at = all.findIndex((c) => c.span.start === call.span.start);
    const last = all.at(-1);
    if (last && at >= 0 && last.span.start !== call.span.start)
      parts.push(t('Line {0} sets it again, to {1}: that counts in the end.', lineOf(model, last), shown(valueOf(last, 1))));
    else if (at > 0) parts.push(t('It replaces what line {0} sets.', lineOf(model, all[at - 1]!)));
  }
  return { here: parts.filter(Boolean).join(' '), saysDefault: call.args.length > 1 };
}

/** What the file sets a name to. */
export function settingOf(model: McModel, name: string): string | undefined {
  const last = definesOf(model, name).at(-1);
  return last && t('Line {0} sets it to {1}.', lineOf(model, last), shown(valueOf(last, 1)));
}

/** The file a macro reads, the port one opens. */
export function directiveContext(model: McModel, call: McCall): Context {
  const row = directiveRows.get(call.name)!;
  const here = standing(call);
  if (row.takes === 'file' && call.args.length > 0) return joined({ here }, classContext(valueOf(call, 0)));
  if (call.name === 'DAEMON_OPTIONS' && call.args.length > 0)
    return { here: [here, listener(model, call.args[0]!)].filter(Boolean).join(' ') };
  return { here };
}

/** What a DAEMON_OPTIONS opens. */
function listener(model: McModel, argument: McArgument): string {
  const pairs = pairsIn(model.source.text, argument.span);
  const port = pairValue(pairs, 'Pp') ?? 'smtp';
  const address = pairValue(pairs, 'Aa');
  const modifiers = enumRows.get('DaemonModifiers')!;
  const texts = [...(pairValue(pairs, 'Mm') ?? '')].flatMap((letter) => {
    const value = valueInList(modifiers, letter);
    return value ? [`${code(letter)}: ${prose(t(value.text))}`] : [];
  });
  const where = address
    ? /^127\.|^(IPv6:)?::1$|^localhost$/i.test(address)
      ? t('Here: listens on port {0} of {1}, for this host alone.', code(port), code(address))
      : t('Here: listens on port {0} of {1}.', code(port), code(address))
    : t('Here: listens on port {0} of every address.', code(port));
  return [where, ...texts].join(' ');
}

/** What the place of a call means for it, where that is not what it looks like. */
export function standing(call: McCall): string | undefined {
  switch (call.context) {
    case 'dnl':
      return t('Behind dnl: m4 does not read it, it has no effect.');
    case 'comment':
      return t('In a comment: it has no effect.');
    case 'hash':
      return t('The # does not hide it: m4 reads on in such lines, it is in effect.');
    default:
      return undefined;
  }
}

/** Two contexts as one: both texts, the advice of the second if it has one. */
export function joined(a: Context, b: Context): Context {
  const saysDefault = a.saysDefault === true || b.saysDefault === true;
  return { here: [a.here, b.here].filter(Boolean).join(' '), todo: b.todo ?? a.todo, saysDefault };
}

/** A value as code, cut where it gets long. */
function shown(value: string): string {
  const line = unquoted(value).replace(/\s+/g, ' ');
  return line === '' ? t('empty') : code(line.length > MOST ? line.slice(0, MOST) + '…' : line);
}

/** The value as it is in the end: quotes around the whole of it go when m4 reads it again. */
function unquoted(value: string): string {
  const text = value.trim();
  const whole = text.startsWith('`') && text.indexOf("'") === text.length - 1;
  return whole ? text.slice(1, -1).trim() : text;
}

const MOST = 80;
