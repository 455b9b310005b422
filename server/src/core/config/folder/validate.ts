/** The rules between the files of a mail folder. */
import { settle, type Problem, type RuleOptions } from '../../problem';
import type { FolderFile, FolderRule, MailFolder } from './model';
import { corrected } from './corrections';
import { aliasCircle } from './rules/alias-circle';
import { domainNotLocal } from './rules/domain-not-local';
import { genericsDomain } from './rules/generics-domain';
import { missingFile } from './rules/missing-file';
import { missingMailer } from './rules/missing-mailer';
import { missingRcpthosts } from './rules/missing-rcpthosts';
import { routeOfLocal } from './rules/route-of-local';
import { tagNeedsFeature } from './rules/tag-needs-feature';
import { undefinedTarget } from './rules/undefined-target';
import { unreadFile } from './rules/unread-file';

export const folderRules: readonly FolderRule[] = [
  missingFile,
  unreadFile,
  tagNeedsFeature,
  domainNotLocal,
  routeOfLocal,
  genericsDomain,
  missingMailer,
  aliasCircle,
  undefinedTarget,
  missingRcpthosts,
];

/**
 * The problems between the files, by the URI of the file they stand in. A folder with one file of ours alone has hardly any: what is
 * not there may lie elsewhere.
 */
export function validateFolder(folder: MailFolder, options: RuleOptions = {}): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<FolderFile, Problem[]>();
  for (const rule of folder.files.length < 2 ? [missingRcpthosts] : folderRules) {
    try {
      rule.check(folder, (file, finding) => {
        const problem = settle(rule, finding, file.model.source, options);
        if (!problem) return;
        const problems = found.get(file);
        if (problems) problems.push(problem);
        else found.set(file, [problem]);
      });
    } catch (error) {
      options.onBrokenRule?.(rule.id, error);
    }
  }
  return new Map([...found].map(([file, problems]) => [file.uri, problems]));
}

/** The problems of one file of the folder: its own, without those that another file answers, and those between the files. */
export function problemsInFolder(
  folder: MailFolder,
  uri: string,
  own: readonly Problem[],
  between: ReadonlyMap<string, readonly Problem[]>,
): Problem[] {
  return [...corrected(folder, uri, own), ...(between.get(uri) ?? [])].sort((a, b) => a.start - b.start || a.end - b.end);
}
