import { t } from '@vscode/l10n';
import { conf } from '../../../knowledge/conf';
import { readRows, setByFiles, setsLocalFlags } from '../../../knowledge/macrofiles';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { isKnownName } from '../names';
import { runsOf, stepsOf } from '../steps';

const options = new Set(conf.filter((c) => c.option !== undefined).map((c) => c.name));

/**
 * define(`X', X`more') where X has no value yet: X becomes a text with X in it, and m4 puts one into the other for ever as soon as
 * something looks at it.
 */
export const endlessMacro: Rule<McModel> = {
  id: 'mc/endless-macro',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'define')) {
      const name = valueOf(call, 0);
      const value = call.args[1];
      if (!value || !isKnownName(name) || !namesItself(name, value.text) || maybeSet(model, name, call.order)) continue;
      report({
        ...value.span,
        severity: options.has(name) || isRead(model, name) ? 'error' : 'warning',
        message: t(
          '{0} has no value above, so it stays a name in its own value: m4 puts one into the other and never ends. Write the whole value, or put this line below what gives {0} its value.',
          name,
        ),
      });
    }
  },
};

/** True if the name stands in the text outside of quotes, where m4 takes it for the macro. A text that asks something may end. */
function namesItself(name: string, text: string): boolean {
  if (!text.includes(name) || /\bif(def|else)\(/.test(text)) return false;
  let level = 0;
  for (const part of text.matchAll(/[`']|\w+/g)) {
    if (part[0] === '`') level++;
    else if (part[0] === "'") level--;
    else if (level <= 0 && part[0] === name) return true;
  }
  return false;
}

/** True if a call of the file looks at the name. */
function isRead(model: McModel, name: string): boolean {
  const rows = readRows.filter((r) => (r.name.endsWith('*') ? name.startsWith(r.name.slice(0, -1)) : r.name === name));
  return stepsOf(model).some((s) => rows.some((r) => r.by === `${s.macro} ${s.name}`));
}

/** True if a macro file may have given the name a value above. */
function maybeSet(model: McModel, name: string, order: number): boolean {
  if (model.uncertain || setByFiles.has(name)) return true;
  if (name !== 'LOCAL_MAILER_FLAGS') return false;
  return stepsOf(model).some((s) => s.at < order && setsLocalFlags.has(`${s.macro} ${s.name}`));
}
