import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import { mapClasses } from '../../../knowledge/options';
import type { Finding, Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import { mapFlaw } from '../../cf/maps';
import { parseMapSpec } from '../../mapSpec';
import { replace } from '../edits';
import type { McArgument, McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** Which argument of which feature is a map. */
const mapArguments = new Map<string, readonly number[]>([
  ...features.filter((f) => f.mapName !== undefined).map((f): [string, number[]] => [f.name, [1]]),
  ['domainmap', [2]],
  ['ldap_routing', [1, 2]],
]);

/** The map a table feature names: without a class, of one there is not, or without its file. */
export const mapSpec: Rule<McModel> = {
  id: 'mc/map-spec',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'FEATURE')) {
      const name = valueOf(call, 0);
      for (const index of mapArguments.get(name) ?? []) {
        const argument = call.args[index];
        // A # begins a comment in the line of the map.
        const spec = argument?.text.replace(/(?<![$\\])#[^]*/, '').trim() ?? '';
        if (!argument || spec === '' || spec === 'LDAP' || (name === 'bcc' && spec === 'access') || /[`$]/.test(spec)) continue;
        const finding = check(name, argument, spec);
        if (finding) report(finding);
      }
    }
  },
};

function check(feature: string, argument: McArgument, spec: string): Finding | undefined {
  const className = /^[A-Za-z0-9_]*/
    .exec(spec)![0]
    .replace(/_.*/, (tail) => (/^[A-Z_]+$/.test(spec.split(/\s/)[0]!) ? tail : ''));
  // The character that ends the class counts for nothing, whatever it is.
  const rest = spec.slice(className.length + 1);
  if (/^[A-Z][A-Z_]+$/.test(className) && !mapClasses.includes(className.toLowerCase())) return undefined; // a macro such as DATABASE_MAP_TYPE
  if (className === '') {
    const { start } = argument.span;
    return {
      ...argument.span,
      message: t('The map has no class: write hash {0}. sendmail will not start without one.', spec),
      fixes: argument.quoted ? [replace(t('Put hash in front'), { start, end: start }, 'hash ')] : undefined,
    };
  }
  if (!mapClasses.includes(className.toLowerCase())) {
    const near = nearest(className, mapClasses)[0];
    const span = { start: argument.span.start, end: argument.span.start + className.length };
    return {
      ...(argument.quoted ? span : argument.span),
      message: near
        ? t('{0} is not a class of maps. Did you mean {1}? sendmail will not start.', className, near)
        : t('{0} is not a class of maps that sendmail as Debian builds it has; it will not start.', className),
      fixes: near !== undefined && argument.quoted ? [replace(t('Change to {0}', near), span, near)] : undefined,
    };
  }
  const message = mapFlaw(feature, className.toLowerCase(), rest);
  if (message !== undefined) return { ...argument.span, message };
  const file = parseMapSpec(spec)?.file?.text;
  // An argument of its own may stand before the file (-k x); a path that follows tells what was meant.
  if (file === undefined || /[/@]/.test(file) || !/\s\//.test(spec) || /\s-[A-Za-z](?=\s+[^-/\s])/.test(spec)) return undefined;
  return {
    ...argument.span,
    severity: 'warning',
    message: t('The first word without a hyphen is the file: sendmail looks for {0}.db. An option has a hyphen, as in -o.', file),
  };
}
