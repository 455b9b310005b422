import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { hasComment } from '../../map/rules/comment-in-value';
import type { Token } from '../../map/scanner';
import type { TableLines } from '../model';
import { hostsOf, readRoute, type Route } from '../route';

/** Hosts that a mailer of SMTP cannot reach as they are written. */
export const hostForm: Rule<TableLines> = {
  id: 'mailertable/host-form',
  severity: 'warning',
  check(model, report) {
    for (const { value } of model.odd) {
      const route = value && !hasComment(value.text) ? readRoute(value) : undefined;
      // What the other mailers make of their host is their own affair.
      if (!route || !/^(smtp|esmtp|smtp8|dsmtp|relay)$/i.test(route.mailer.text)) continue;
      for (const finding of findingsOf(route)) report(finding);
    }
  },
};

function findingsOf(route: Route): Finding[] {
  const { host, mailer } = route;
  if (host.text === '') {
    const message = t('No host stands behind {0}: and mail for this domain goes nowhere. Write {0}:[host].', mailer.text);
    return [{ start: mailer.start, end: host.end, severity: 'error', message }];
  }
  const port = /[\]\w]((?::|[ \t]+)(\d{1,5}))$/.exec(host.text);
  if (port && !/^\d+(\.\d+){3}$/.test(host.text.slice(host.text.lastIndexOf(':') + 1))) {
    const start = host.end - port[1]!.length;
    const message = t(
      'A port cannot stand here: {0} is read as another host. Define a mailer of your own with the port in its A=.',
      port[2]!,
    );
    return [{ start, end: host.end, message }];
  }
  const url = /^\/\/([\w.-]+)\/?$/.exec(host.text)?.[1];
  if (url) {
    const message = t('{0} is no host: write {1}.', host.text, url);
    const fixes = [{ title: t('Write {0}', url), edits: [{ start: host.start, end: host.end, text: url }], preferred: true }];
    return [{ start: host.start, end: host.end, message, fixes }];
  }
  if (/[ \t,;]/.test(host.text)) {
    const message = t('Colons part hosts that are tried in turn; blanks and commas become part of the name.');
    return [{ start: host.start, end: host.end, severity: 'error', message, fixes: colons(host) }];
  }
  return hostsOf(route).flatMap((one) => hostFault(one) ?? []);
}

function colons(host: Token): Finding['fixes'] {
  const text = host.text
    .split(/[ \t,;]+/)
    .filter(Boolean)
    .join(':');
  return [{ title: t('Part the hosts by colons'), edits: [{ start: host.start, end: host.end, text }], preferred: true }];
}

function hostFault(host: Token): Finding | undefined {
  const span = { start: host.start, end: host.end };
  const { text } = host;
  if (text.startsWith('[') !== text.endsWith(']')) {
    const better = text.startsWith('[') ? `${text}]` : `[${text}`;
    return {
      ...span,
      severity: 'error',
      message: t('A bracket has no partner: {0} is sought as the name of a host.', text),
      fixes: [{ title: t('Write {0}', better), edits: [{ ...span, text: better }], preferred: true }],
    };
  }
  if (!/^\d+(\.\d+){3}$/.test(text)) return undefined;
  return {
    ...span,
    message: t('An address without brackets is sought in DNS as a name. Write [{0}].', text),
    fixes: [{ title: t('Write [{0}]', text), edits: [{ ...span, text: `[${text}]` }], preferred: true }],
  };
}
