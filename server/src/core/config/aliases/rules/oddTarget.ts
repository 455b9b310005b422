import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import type { AliasModel, Target } from '../model';

/** `error:` is a mailer of virtusertable and mailertable; in aliases it is part of a name. */
export const errorInAlias: Rule<AliasModel> = {
  id: 'aliases/error-in-alias',
  severity: 'warning',
  check(model, report) {
    for (const { targets } of model.entries) {
      for (const { start, end, text } of targets) {
        if (!/^"?error:/i.test(text)) continue;
        report({
          start,
          end,
          message: t(
            'error: means nothing in aliases: this is a local name, and the mail comes back as for an unknown user. Use virtusertable or access for a refusal of your own.',
          ),
        });
      }
    }
  },
};

/** What stands before a colon is dropped from an address. */
export const colonInTarget: Rule<AliasModel> = {
  id: 'aliases/colon-in-target',
  severity: 'warning',
  check(model, report) {
    for (const { targets } of model.entries) {
      for (const target of targets) {
        const finding = colonFinding(target);
        if (finding) report(finding);
      }
    }
  },
};

function colonFinding({ address, text, start, end }: Target): Finding | undefined {
  if ((address.kind !== 'local' && address.kind !== 'remote') || /^"?(error|include):/i.test(text)) return undefined;
  // A group, `list: a, b;`, ends in a semicolon, which stands in another target if it has more than one member.
  const colon = /^([^":[\]@;]*):(?!.*;)\s*([^\s/].*)?$/.exec(address.text);
  if (!colon || address.text.includes('::')) return undefined;
  const rest = colon[2] ?? '';
  return {
    start,
    end,
    message: t("sendmail drops '{0}:' and sends to {1}. Write the address alone.", colon[1]!, rest || t('nobody')),
    fixes: rest ? [{ title: t('Write {0}', rest), edits: [{ start, end, text: rest }] }] : [],
  };
}

/** REDIRECT answers with the new address, but only where the feature is on. */
export const redirect: Rule<AliasModel> = {
  id: 'aliases/redirect',
  severity: 'info',
  check(model, report) {
    for (const { targets } of model.entries) {
      for (const { start, end, address } of targets) {
        if (!address.host || !/\.redirect$/i.test(address.host)) continue;
        report({
          start,
          end,
          message: t(
            "With FEATURE(`redirect') senders are told the new address (551); without it the mail goes to a host named REDIRECT.",
          ),
        });
      }
    }
  },
};

export const strayComma: Rule<AliasModel> = {
  id: 'aliases/stray-comma',
  severity: 'hint',
  check(model, report) {
    for (const { strayCommas, targets } of model.entries) {
      if (targets.length === 0) continue;
      for (const span of strayCommas) {
        report({
          ...span,
          message: t('A comma with nothing beside it. It is ignored.'),
          tag: 'unnecessary',
          fixes: [{ title: t('Remove the comma'), edits: [{ ...span, text: '' }] }],
        });
      }
    }
  },
};

/** A name of `*` is no rule for all others. */
export const wildcardName: Rule<AliasModel> = {
  id: 'aliases/wildcard',
  severity: 'warning',
  check(model, report) {
    for (const { name } of model.kept.values()) {
      if (name.key !== '*') continue;
      report({
        start: name.start,
        end: name.end,
        message: t(
          "'*' is a name like any other: there is no alias for all unknown users. Use @domain in virtusertable, or LUSER_RELAY.",
        ),
      });
    }
  },
};
