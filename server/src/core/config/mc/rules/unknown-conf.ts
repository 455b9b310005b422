import { t } from '@vscode/l10n';
import { conf } from '../../../knowledge/conf';
import { defines } from '../../../knowledge/defines';
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

/** The other names, without case and underscores: SMARTHOST, smart_host and SMART-HOST are all meant for one. */
const others = new Map(defines.map((d) => [plain(d.name), d.name]));

function plain(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/g, '');
}

/** A define of a conf name that no macro file looks at: it has no effect. */
export const unknownConf: Rule<McModel> = {
  id: 'mc/unknown-conf',
  severity: 'warning',
  check(model, report) {
    const used = usedNames(model);
    for (const call of runsOf(model, 'define', 'undefine')) {
      const argument = call.args[0];
      const name = valueOf(call, 0);
      if (!argument || known.has(name) || hasOddQuotes(name) || used.has(name)) continue;
      const other = others.get(plain(name));
      if (other === name || (other === undefined && (!/^conf/i.test(name) || /\s/.test(name)))) continue;
      const near = other ?? nearest(name, names)[0];
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

/** Names the file itself uses: as a macro, or to ask whether they are set. */
function usedNames(model: McModel): ReadonlySet<string> {
  const asked = runsOf(model, 'ifdef', 'defn', 'indir').map((c) => valueOf(c, 0));
  return new Set([...model.run.map((c) => c.name), ...asked]);
}
