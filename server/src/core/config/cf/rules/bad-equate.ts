import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { checkValue } from '../../values';
import type { CfLineOf, CfModel } from '../model';
import { linesOfKind } from '../model';

const mailerKeys = 'PFSRrAEMmLDUNCTWQ/';
const queueKeys = 'PFNIRJr';

/** Mailers and queue groups: a key sendmail does not know, or P= and A= missing. */
export const badEquate: Rule<CfModel> = {
  id: 'cf/bad-equate',
  severity: 'error',
  check(model, report) {
    for (const kind of ['mailer', 'queue', 'filter'] as const) {
      for (const line of linesOfKind(model, kind)) checkEnd(line, report);
    }
    for (const line of linesOfKind(model, 'mailer')) checkMailer(line, report);
    for (const line of linesOfKind(model, 'queue')) {
      if (!named(line))
        report({
          start: line.start,
          end: line.end,
          message: t('A queue group needs a name right behind the Q; sendmail will not start.'),
        });
      checkKeys(line, queueKeys, report);
      checkRunners(line, report);
      for (const { key, value } of line.equates)
        if (key.text.startsWith('I') && checkValue('time', undefined, value.text).length > 0)
          report({ start: value.start, end: value.end, message: t('{0} is not a time. Write 30s, 5m, 1h.', value.text) });
    }
    for (const line of linesOfKind(model, 'filter')) {
      if (!named(line))
        report({
          start: line.start,
          end: line.end,
          message: t('A filter needs a name right behind the X; sendmail will not start.'),
        });
    }
  },
};

/** More than one runner without the flag f: sendmail warns, and they work one after the other. */
function checkRunners(line: CfLineOf<'queue'>, report: (finding: Finding) => void): void {
  const runners = line.equates.findLast((e) => e.key.text.startsWith('R'));
  const flags = line.equates.findLast((e) => e.key.text.startsWith('F'));
  if (!runners || !(parseInt(runners.value.text, 10) > 1) || flags?.value.text.includes('f')) return;
  report({
    start: runners.key.start,
    end: runners.value.end,
    severity: 'warning',
    message: t('Several runners need the flag f: add F=f. sendmail warns.'),
  });
}

/** A comma at the very end: sendmail waits for one more `key=value`. */
function checkEnd(line: CfLineOf<'mailer' | 'queue' | 'filter'>, report: (finding: Finding) => void): void {
  const text = line.text.trimEnd();
  if (!text.endsWith(',') || text.endsWith('\\,') || line.equates.length === 0) return;
  const at = line.start + text.length - 1;
  report({
    start: at,
    end: at + 1,
    message: t('Nothing follows this comma: sendmail expects one more key=value and will not start. Take the comma away.'),
    fixes: [{ title: t('Take the comma away'), edits: [{ start: at, end: at + 1, text: '' }], preferred: true }],
  });
}

function named(line: CfLineOf<'mailer' | 'queue' | 'filter'>): boolean {
  return line.name.text !== '' && line.name.start === line.start + 1;
}

function checkMailer(line: CfLineOf<'mailer'>, report: (finding: Finding) => void): void {
  // sendmail names the last line of an entry.
  const span = { start: line.start, end: line.end };
  if (!named(line)) {
    report({
      start: line.start,
      end: line.end,
      message: t('A mailer needs a name right behind the M; sendmail will not start.'),
    });
    return;
  }
  checkKeys(line, mailerKeys, report);
  for (const { key, value } of line.equates)
    if (value.text === '' && /^[ECD]/.test(key.text) && value.start > key.end)
      report({ start: key.start, end: key.end, message: t('{0}= has no value; sendmail will not start.', key.text) });
  const value = (letter: string): string | undefined => line.equates.findLast((e) => e.key.text.startsWith(letter))?.value.text;
  const [path, argv] = [value('P'), value('A')];
  if (!argv)
    report({
      ...span,
      message: t('The mailer {0} has no A=, the arguments to call it with; sendmail will not start.', line.name.text),
    });
  else if (!path)
    report({ ...span, message: t('The mailer {0} has no P=, the program to call; sendmail will not start.', line.name.text) });
  else if (path === '[TCP]')
    report({
      ...span,
      message: t('The mailer {0} has P=[TCP], which is called [IPC] now; sendmail will not start.', line.name.text),
    });
  else if ((path === '[IPC]' || path === '[FILE]') && !/\s/.test(argv)) {
    report({
      ...span,
      message: t('The mailer {0} with P={1} needs two words in A=; sendmail will not start.', line.name.text, path),
    });
  }
}

function checkKeys(line: CfLineOf<'mailer' | 'queue'>, keys: string, report: (finding: Finding) => void): void {
  for (const { key, value } of line.equates) {
    const letter = key.text[0] ?? '';
    // sendmail names the last line of an entry.
    const end = line.text.includes('\n') ? line.end : Math.max(key.end, key.start + 1);
    const place = { start: key.start, end };
    const signed = value.start > key.end;
    if (!signed) report({ ...place, message: t('{0} has no equals sign; sendmail will not start.', key.text) });
    else if (!keys.includes(letter) || letter === '')
      report({
        ...place,
        message: t('{0} is not a key sendmail knows here; it will not start. It knows: {1}.', key.text, [...keys].join(' ')),
      });
  }
}
