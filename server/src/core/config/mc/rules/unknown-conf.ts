import { t } from '@vscode/l10n';
import { conf } from '../../../knowledge/conf';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import { replace } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';
import { hasOddQuotes } from '../unknown';

const names = conf.map((c) => c.name);
const known = new Set([...names, 'confDAEMON_OPTIONS', 'confCLIENT_OPTIONS', 'confMESSAGE_TIMEOUT']);
/** As in the file ostype/debian.m4 and in site files. */
const isName = /^conf[A-Z0-9_]+$/;

/** A define of a conf name that no macro file looks at: it has no effect. */
export const unknownConf: Rule<McModel> = {
  id: 'mc/unknown-conf',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, 'define', 'undefine')) {
      const argument = call.args[0];
      const name = valueOf(call, 0);
      if (!argument || !/^conf/i.test(name) || known.has(name) || /[\s]/.test(name) || hasOddQuotes(name) || isUsed(model, name))
        continue;
      const near = nearest(name, names)[0];
      if (!isName.test(name) && near === undefined) continue;
      report({
        ...argument.span,
        message: near
          ? t('{0} is not a name sendmail looks at, and has no effect. Did you mean {1}?', name, near)
          : t('{0} is not a name sendmail looks at, and has no effect.', name),
        fixes: near === undefined ? undefined : [replace(t('Change to {0}', near), argument.span, near)],
      });
    }
  },
};

/** True if the file itself uses the name elsewhere. */
function isUsed(model: McModel, name: string): boolean {
  const { text } = model.source;
  const first = text.indexOf(name);
  const second = text.indexOf(name, first + name.length);
  return (
    second >= 0 && model.run.some((c) => c.name === name || (c.name === 'ifdef' && c.args[0]?.text === name) || c.name === 'defn')
  );
}
