/** Hover of lists of names: what an entry does, list by list. */
import { t } from '@vscode/l10n';
import type { Hover } from '../../language';
import { code, explain, plain } from '../../markdown';
import { addressForm } from '../map/address';
import { liveLabel } from '../map/live';
import type { DomainsModel } from './model';
import { nameFault } from './names';
import { contains } from '../../text';

/** Explains the name at `offset`. */
export function hoverDomains(model: DomainsModel, offset: number): Hover | undefined {
  const name = model.entries.find((e) => contains(e.name, offset))?.name;
  if (!name) return undefined;
  const fault = nameFault(name.text);
  const here = fault ? plain(fault.message) : usesOf(name.text);
  const markdown = explain(
    { title: code(name.text), here, todo: t('restart sendmail, or send it a HUP; lists are read at the start only') },
    liveLabel(),
  );
  return { span: { start: name.start, end: name.end }, markdown };
}

function usesOf(name: string): string {
  if (addressForm(name))
    return `- ${t('relay-domains: clients whose address is this, or begins with it, may relay')}\n- ${t('local-host-names, in brackets: mail to this address is local')}`;
  if (!name.includes('.'))
    return `- ${t('trusted-users: this user may set the sender with -f without a warning in the header')}\n- ${t('the other lists: the host of this name')}`;
  return [
    t('local-host-names: mail to this domain is local; virtusertable and aliases apply'),
    t('relay-domains: clients in this domain, and mail to it, may be relayed, and so all names below it'),
    t('generics-domains: senders at this domain are looked up in genericstable'),
    t("qmail's rcpthosts: mail to this domain is taken; a dot in front covers the names below it"),
  ]
    .map((use) => `- ${use}`)
    .join('\n');
}
