/** The security audit of a mail folder: what opens the relay or the machine, file by file, as a text with links. */
import { t } from '@vscode/l10n';
import { languages } from '../../languages';
import type { Problem, RuleOptions, Severity } from '../../problem';
import { placeAt } from '../../text';
import type { FolderFile, MailFolder } from './model';
import { problemsInFolder, validateFolder } from './validate';

/** A part of the text that leads to a place. */
export interface AuditLink {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}

export interface Audit {
  readonly text: string;
  readonly links: readonly AuditLink[];
  /** How many findings there are. */
  readonly count: number;
}

const order: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Looks at every file of the folder. `name` is what the folder is called. Settings of single rules count, the switch for all does not. */
export function auditOf(folder: MailFolder, name: string, options: RuleOptions = {}): Audit {
  const asked = { ...options, audit: true };
  const between = validateFolder(folder, asked);
  const found = folder.files.map((file) => ({ file, problems: securityOf(folder, file, between, asked) }));
  const count = found.reduce((sum, { problems }) => sum + problems.length, 0);
  const links: AuditLink[] = [];
  let text = `${t('Security audit of {0}', name)}\n\n`;
  for (const { file, problems } of found) {
    for (const p of [...problems].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.start - b.start)) {
      const { line } = placeAt(file.model.source, p.start);
      const place = `${file.name}:${line + 1}`;
      links.push({ start: text.length, end: text.length + place.length, uri: file.uri, line });
      text += `${place}  ${severityText(p.severity)}\n    ${p.message} (${p.rule})\n\n`;
    }
  }
  if (count === 0) text += `${t('Nothing was found that opens the relay or the machine.')}\n\n`;
  text += `${t('Looked at: {0}.', folder.files.map((f) => f.name).join(', ') || t('no file'))}\n`;
  if (!folder.mc) text += `${t('There is no sendmail.mc here: which of the files sendmail reads is not known.')}\n`;
  return { text, links, count };
}

function securityOf(
  folder: MailFolder,
  file: FolderFile,
  between: ReadonlyMap<string, readonly Problem[]>,
  options: RuleOptions,
): Problem[] {
  const own = languages.get(file.language)?.validate?.(file.model, options) ?? [];
  return problemsInFolder(folder, file.uri, own, between).filter((p) => p.audit);
}

function severityText(severity: Severity): string {
  return { error: t('error'), warning: t('warning'), info: t('information'), hint: t('hint') }[severity];
}
