import { t } from '@vscode/l10n';
import type { AccessEntry } from '../../access/model';
import { valueOf } from '../../mc/model';
import type { FolderRule } from '../model';
import { setupOf, type Setup } from '../setup';

/** What must stand in sendmail.mc so that entries of a tag are looked up (cf/README; m4/proto.m4 and feature/*.m4 of sendmail 8.17.1). */
const needs: Readonly<Record<string, { readonly feature: string; readonly isOn: (setup: Setup) => boolean }>> = {
  Spam: {
    feature: "FEATURE(`delay_checks', `friend')",
    isOn: (setup) => setup.feature('delay_checks').some((call) => /^[fh]/i.test(valueOf(call, 1))),
  },
  GreetPause: plain('greet_pause'),
  ClientRate: plain('ratecontrol'),
  ClientConn: plain('conncontrol'),
  Compat: plain('compat_check'),
  qgrp: plain('queuegroup'),
  bcc: { feature: "FEATURE(`bcc', `access')", isOn: (setup) => setup.feature('bcc').length > 0 },
  rhs: plain('rhsbl'),
  TLS_Srv_Features: plain('tls_session_features'),
  TLS_Clt_Features: plain('tls_session_features'),
};

const someTag = /^(?:spam|greetpause|clientrate|clientconn|compat|qgrp|bcc|rhs|tls_srv_features|tls_clt_features)[ \t]*:/im;
const recipientTag = /^to[ \t]*:/im;

/** Entries of the access table that are never looked up, because sendmail.mc does not turn on what looks them up. */
export const tagNeedsFeature: FolderRule = {
  id: 'folder/tag-needs-feature',
  severity: 'warning',
  check(folder, report) {
    const { access } = folder;
    const setup = setupOf(folder);
    if (!access || !setup || setup.feature('access_db').length === 0) return;
    const refusesRecipients = ['blocklist_recipients', 'blacklist_recipients'].some((name) => setup.feature(name).length > 0);
    const missing = new Map(
      Object.entries(needs)
        .filter(([, need]) => !need.isOn(setup))
        .map(([tag, { feature }]) => [tag, feature]),
    );
    if (!refusesRecipients) missing.set('To', "FEATURE(`blocklist_recipients')");
    // Most files have none of these; then their entries need not be read.
    const { text } = access.model.source;
    if (!someTag.test(text) && !(missing.has('To') && recipientTag.test(text))) return;
    for (const entry of access.model.entries) {
      const feature = entry.row && missing.get(entry.row.name);
      if (!feature || (entry.row.name === 'To' && !refuses(entry))) continue;
      report(access, {
        start: entry.key.start,
        end: entry.key.end,
        message: t(
          '{0}: is looked up only with {1}, which {2} does not have: this entry has no effect.',
          entry.row.name,
          feature,
          folder.mc!.name,
        ),
      });
    }
  },
};

function plain(name: string): { feature: string; isOn: (setup: Setup) => boolean } {
  return { feature: `FEATURE(\`${name}')`, isOn: (setup) => setup.feature(name).length > 0 };
}

/** RELAY for a recipient works without the feature, and OK says what holds anyway. */
function refuses({ action }: AccessEntry): boolean {
  return action !== undefined && !(action.kind === 'word' && /^(RELAY|OK|SKIP)$/.test(action.word));
}
