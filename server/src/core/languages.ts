/** Every language Postmaster knows, and which file belongs to which. */
import type { Language, LanguageId } from './language';
import { access } from './config/access/language';
import { aliases } from './config/aliases/language';
import { cf } from './config/cf/language';
import { domains } from './config/domains/language';
import { mc } from './config/mc/language';
import { tables } from './config/tables/language';
import { tcpRules } from './config/tcprules/language';
import { transcript } from './smtp/language';

// A model is only ever handed back to the language that made it.
const all = [mc, cf, access, aliases, ...tables, domains, tcpRules, transcript] as unknown as readonly Language[];

/** All languages by id. */
export const languages: ReadonlyMap<string, Language> = new Map(all.map((l) => [l.id, l]));

/**
 * The language of a file by its name, as package.json claims it for the editor (a test holds the two together).
 * `path` may use either slash. Gives undefined for names nobody claims.
 */
export function languageOfPath(path: string): LanguageId | undefined {
  const parts = path.split(/[\\/]/);
  const name = parts.pop() ?? '';
  const inMail = parts.at(-1) === 'mail';
  for (const claim of claims) {
    if (claim.names?.includes(name)) return claim.id;
    if (claim.extensions?.some((e) => name.endsWith(e) && name.length > e.length)) return claim.id;
    if (inMail && claim.mailNames?.some((n) => (n.startsWith('*') ? name.endsWith(n.slice(1)) : name === n))) return claim.id;
  }
  return undefined;
}

/** `mailNames` are claimed in a folder `mail` only. */
interface Claim {
  readonly id: LanguageId;
  readonly names?: readonly string[];
  readonly extensions?: readonly string[];
  readonly mailNames?: readonly string[];
}

export const claims: readonly Claim[] = [
  { id: 'sendmail-mc', names: ['sendmail.mc', 'submit.mc'], mailNames: ['*.mc'] },
  { id: 'sendmail-cf', names: ['sendmail.cf', 'submit.cf'] },
  { id: 'sendmail-access', extensions: ['.access'], mailNames: ['access', 'access_db'] },
  { id: 'mail-aliases', names: ['aliases'], extensions: ['.aliases'] },
  { id: 'sendmail-virtusertable', names: ['virtusertable'], extensions: ['.virtusertable'] },
  { id: 'sendmail-mailertable', names: ['mailertable'], extensions: ['.mailertable'] },
  { id: 'sendmail-domaintable', names: ['domaintable'], extensions: ['.domaintable'] },
  { id: 'sendmail-genericstable', names: ['genericstable'], extensions: ['.genericstable'] },
  {
    id: 'sendmail-domains',
    names: ['local-host-names', 'sendmail.cw', 'relay-domains', 'generics-domains', 'trusted-users', 'rcpthosts'],
    mailNames: ['*-domains', 'sendmail.cR', 'sendmail.ct'],
  },
  { id: 'tcp-rules', names: ['tcp.smtp'] },
  { id: 'smtp-transcript', names: ['smtp.sessions'], extensions: ['.smtp', '.smtplog'] },
];
