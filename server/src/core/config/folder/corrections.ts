/** Rules of one file that guess what another file says: where that file is there, the guess is over. */
import type { Problem } from '../../problem';
import { valueOf } from '../mc/model';
import type { MailFolder } from './model';
import { setupOf, type Setup } from './setup';

/** Whether sendmail.mc says that a problem of this rule is none. `text`: what the problem marks. */
const answered: Readonly<Record<string, (setup: Setup, text: string) => boolean>> = {
  'access/skip-needs-argument': (setup) => accessArguments(setup).has('skip'),
  'access/leading-dot': (setup) => accessArguments(setup).has('lookupdotdomain') || setup.feature('lookupdotdomain').length > 0,
  'aliases/redirect': (setup) => setup.feature('redirect').length > 0,
  'mailertable/unknown-mailer': (setup, text) => setup.mailers.has(text.toLowerCase()),
};

/** True if another file may say that the problem is none. */
export function mayBeAnswered({ rule }: Problem): boolean {
  return Object.hasOwn(answered, rule);
}

/** The problems of the file `uri` that are left once the folder's sendmail.mc is known. */
export function corrected(folder: MailFolder, uri: string, problems: readonly Problem[]): readonly Problem[] {
  const setup = setupOf(folder);
  const file = folder.files.find((f) => f.uri === uri);
  if (!setup || !file || !problems.some(mayBeAnswered)) return problems;
  const { text } = file.model.source;
  return problems.filter((p) => {
    const answer = Object.hasOwn(answered, p.rule) ? answered[p.rule] : undefined;
    return !answer?.(setup, text.slice(p.start, p.end));
  });
}

/** `skip`, `lookupdotdomain`: what stands behind the map of access_db. */
function accessArguments(setup: Setup): ReadonlySet<string> {
  return new Set(setup.feature('access_db').flatMap((call) => call.args.map((_, i) => valueOf(call, i))));
}
