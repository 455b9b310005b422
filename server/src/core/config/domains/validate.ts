/** The rules of lists of names: what is wrong in every list, because one language serves them all. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import type { DomainsModel } from './model';
import { duplicateName } from './rules/duplicate';
import { nameForm } from './rules/name-form';
import { nonAscii } from './rules/non-ascii';
import { notYours } from './rules/not-yours';
import { openRelay } from './rules/open-relay';
import { severalWords } from './rules/several-words';

export const domainsRules: readonly Rule<DomainsModel>[] = [nameForm, severalWords, openRelay, notYours, duplicateName, nonAscii];

/** The problems of a list of names. */
export function validateDomains(model: DomainsModel, options?: RuleOptions): Problem[] {
  return runRules(domainsRules, model, options);
}
