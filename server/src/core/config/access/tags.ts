/** What is known of a tag, as a hover and a completion show it. */
import { t } from '@vscode/l10n';
import type { AccessTagRow } from '../../knowledge/accessTags';
import { codeCalls, explain } from '../../markdown';
import { liveLabel, liveMap } from '../map/live';

/** When the tag is looked up, what it needs in sendmail.mc, and how a change becomes live. */
export function tagMarkdown(row: AccessTagRow): string {
  const needs = row.needs
    ? t("Needs FEATURE(`access_db') and {0} in sendmail.mc.", row.needs)
    : t("Needs FEATURE(`access_db') in sendmail.mc.");
  const here = codeCalls(`${t(row.text)} ${needs}`);
  return explain({ title: `${row.name}:`, what: t(row.key), here, todo: liveMap('access'), sources: [row.source] }, liveLabel());
}
