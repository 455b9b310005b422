/** Which domains are the host's own, as far as the files tell. */
import { mayBeOwnHost } from '../aliases/hosts';
import type { MailFolder } from './model';
import { setupOf } from './setup';

/** Whether mail to a domain stays here (class w): `maybe` where the machine's own name, or a file that is not there, decides. */
export function isOwn(folder: MailFolder, domain: string): 'yes' | 'maybe' | 'no' {
  const setup = setupOf(folder);
  const name = domain.toLowerCase();
  if (name === 'localhost') return 'yes';
  if (!setup) return 'maybe';
  const own = setup.classOf('w');
  if (own.names.has(name)) return 'yes';
  return !own.complete || mayBeOwnHost(name) || name.startsWith('[') ? 'maybe' : 'no';
}

/** Whether virtusertable is asked for a domain: it is the host's own or one of VIRTUSER_DOMAIN. */
export function isVirtual(folder: MailFolder, domain: string): 'yes' | 'maybe' | 'no' {
  const own = isOwn(folder, domain);
  const setup = setupOf(folder);
  if (own !== 'no' || !setup) return own;
  const name = domain.toLowerCase();
  const virtual = setup.classOf('VirtHost');
  const below = setup.feature('virtuser_entire_domain').length > 0;
  if (virtual.names.has(name) || (below && hasParent(virtual.names, name))) return 'yes';
  return virtual.complete ? 'no' : 'maybe';
}

/** True if a domain above `name` is among `names`. */
export function hasParent(names: ReadonlySet<string>, name: string): boolean {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) if (names.has(name.slice(dot + 1))) return true;
  return false;
}
