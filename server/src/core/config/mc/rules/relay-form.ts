import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { change, linesOf, replace } from '../edits';
import type { McCall, McModel } from '../model';
import { valueOf } from '../model';
import { definesOf } from '../values';

const relays = [
  'SMART_HOST',
  'MAIL_HUB',
  'LOCAL_RELAY',
  'LUSER_RELAY',
  'UUCP_RELAY',
  'BITNET_RELAY',
  'DECNET_RELAY',
  'FAX_RELAY',
];

/** Hosts that no mail goes to as they are written: with a port, as a URL, with blanks. */
export const relayForm: Rule<McModel> = {
  id: 'mc/relay-form',
  severity: 'warning',
  check(model, report) {
    for (const name of relays) {
      const call = definesOf(model, name).at(-1);
      const finding = call?.args[1] && findingOf(model, name, call);
      if (finding) report(finding);
    }
  },
};

function findingOf(model: McModel, name: string, call: McCall): Finding | undefined {
  const { span, quoted } = call.args[1]!;
  const written = (text: string): string => (quoted ? text : `\`${text}'`);
  const value = valueOf(call, 1).trim();
  const url = /^\w+:\/\/([^\s/]+)\/?$/.exec(value)?.[1];
  if (url)
    return {
      ...span,
      message: t('{0} is no URL: write the host alone.', name),
      fixes: [replace(t('Write {0}', url), span, written(url))],
    };
  const number = /:(\d{1,5})$/.exec(value)?.[1];
  const rest = value.slice(0, number === undefined ? value.length : -number.length - 1);
  const mailer = /^(\w+):/.exec(rest)?.[1];
  const host = rest.slice(mailer === undefined ? 0 : mailer.length + 1);
  if (number === undefined || !(/^\[[^\s\]]+\]$/.test(host) || (/^[\w.-]+$/.test(host) && /[a-z]/i.test(host)))) {
    if (!/\S\s+\S/.test(value) || /[$"]/.test(value)) return undefined;
    return { ...span, message: t('A blank cannot stand in the name of a host: mail for {0} goes nowhere.', name) };
  }
  const setter = `${(mailer ?? 'relay').toUpperCase()}_MAILER_ARGS`;
  const at = linesOf(model, call).start;
  return {
    ...span,
    message: t(
      "A port cannot stand here: {0} is read as another host, to be tried next. define(`{1}', `TCP $h {0}') sets it.",
      number,
      setter,
    ),
    fixes: [
      change(t('Set the port by {0}', setter), [
        { start: at, end: at, text: `define(\`${setter}', \`TCP $h ${number}')dnl\n` },
        { ...span, text: written(rest) },
      ]),
    ],
  };
}
