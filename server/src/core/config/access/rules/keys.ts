import { t } from '@vscode/l10n';
import type { Fix, Rule } from '../../../problem';
import { lineEndOf } from '../../map/edits';
import { keyFault, keyFaultKinds, type KeyFault, type KeyFaultKind } from '../keys';
import type { AccessEntry, AccessLines } from '../model';
import { blankOf } from './blank-in-key';

/** One rule for each reason why a key is never found: access/cidr, access/wildcard, … */
export const keyRules: readonly Rule<AccessLines>[] = keyFaultKinds.map(keyRule);

function keyRule(kind: KeyFaultKind): Rule<AccessLines> {
  return {
    id: `access/${kind}`,
    severity: 'warning',
    check(model, report) {
      for (const { entry, fault } of faultsOf(model)) {
        if (fault.kind !== kind) continue;
        const { start, end } = entry.subject.text === '' ? entry.key : entry.subject;
        report({
          start,
          end,
          message: fault.message,
          ...(fault.severity && { severity: fault.severity }),
          fixes: fixesOf(model, entry, fault),
        });
      }
    },
  };
}

interface Found {
  readonly entry: AccessEntry;
  readonly fault: KeyFault;
}

const cache = new WeakMap<AccessLines, Found[]>();

/** Every key of the file that is never found, worked out once for all these rules. */
function faultsOf(model: AccessLines): Found[] {
  let faults = cache.get(model);
  if (!faults) {
    faults = [];
    for (const entry of model.odd) {
      const fault = entry.value && !blankOf(entry) ? keyFault(entry) : undefined;
      if (fault) faults.push({ entry, fault });
    }
    cache.set(model, faults);
  }
  return faults;
}

/** The keys that would be found, with the tag and the value of the line, one line each. */
function fixesOf(model: AccessLines, entry: AccessEntry, fault: KeyFault): Fix[] {
  const { better } = fault;
  if (!better?.length) return [];
  const { text } = model.source;
  const tag = fault.tag ? `${fault.tag}:` : text.slice(entry.start, entry.subject.start);
  const tail = text.slice(entry.key.end, entry.end);
  const one = better.length === 1;
  return [
    {
      title: one
        ? t('Write {0}', tag + better[0]!)
        : t('Write an entry for each of the {0} networks {1} … {2}', better.length, better[0]!, better.at(-1)!),
      edits: [{ start: entry.start, end: entry.end, text: better.map((key) => tag + key + tail).join(lineEndOf(model.source)) }],
      preferred: one,
    },
  ];
}
