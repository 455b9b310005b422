import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import type { AccessEntry, AccessLines } from '../model';
import { isTlsRequirement } from '../tlsRequirement';
import { blankOf } from './blank-in-key';
import { commentOf } from './comment-in-value';

/** Tags with values of their own: numbers, words, TLS requirements. */
export const valueOfTag: Rule<AccessLines> = {
  id: 'access/value-of-tag',
  severity: 'warning',
  check(model, report) {
    for (const entry of model.odd) {
      if (!entry.row || !entry.value || blankOf(entry) || commentOf(entry)) continue;
      const finding = findingOf(entry);
      if (finding) report(finding);
    }
  },
};

function findingOf({ row, value }: AccessEntry): Finding | undefined {
  const span = { start: value!.start, end: value!.end };
  const text = value!.text;
  const name = row!.name;
  switch (row!.valueKind) {
    case 'number': {
      if (/^\d+$/.test(text)) return undefined;
      if (name === 'GreetPause')
        return { ...span, message: t('GreetPause: takes a number of milliseconds; {0} counts as 0.', text) };
      return { ...span, message: t('{0}: takes a number, 0 for no limit. sendmail makes something else of {1}.', name, text) };
    }
    case 'word':
      return wordFinding(name, row!.values!, text, span);
    case 'tls':
      return tlsFinding(name, text, span);
    default:
      return undefined;
  }
}

function wordFinding(
  name: string,
  words: readonly string[],
  text: string,
  span: { start: number; end: number },
): Finding | undefined {
  if (words.includes(text.toUpperCase())) return undefined;
  const near = words.length === 1 ? words[0] : nearest(text, words)[0];
  return {
    ...span,
    message: t('{0}: takes {1}; {2} has no effect.', name, words.join(t(' or ')), text),
    fixes: near ? [{ title: t('Write {0}', near), edits: [{ ...span, text: near }] }] : [],
  };
}

/** sendmail takes any other word as: nothing is required. OK and NO say that openly. */
function tlsFinding(name: string, text: string, span: { start: number; end: number }): Finding | undefined {
  if (isTlsRequirement(text) || /^(OK|NO|NONE)$/i.test(text)) return undefined;
  const meant = /^(?:PERM|TEMP)\b|VERI|ENC|TLS|REQ|MUST/i.test(text);
  return {
    ...span,
    severity: meant ? 'error' : 'warning',
    message: t('{0}: takes VERIFY, VERIFY:bits or ENCR:bits, with PERM+ or TEMP+ before it. {1} requires nothing.', name, text),
  };
}
