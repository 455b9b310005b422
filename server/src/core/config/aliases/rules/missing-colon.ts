import { t } from '@vscode/l10n';
import type { Fix, Rule } from '../../../problem';
import type { AliasLines } from '../model';
import type { LogicalLine } from '../scanner';

export const missingColon: Rule<AliasLines> = {
  id: 'aliases/missing-colon',
  severity: 'error',
  check(model, report) {
    for (const line of model.noColon) report({ start: line.start, end: line.end, ...textOf(line, isContinued(model, line)) });
  },
};

/** True if the entry in the line above ends in a comma. */
function isContinued(model: AliasLines, { start }: LogicalLine): boolean {
  const { text } = model.source;
  const end = text[start - 2] === '\r' ? start - 2 : start - 1;
  const before = model.at(end);
  return before?.end === end && before.line.text.trimEnd().endsWith(',');
}

function textOf(line: LogicalLine, continues: boolean): { message: string; fixes: Fix[] } {
  if (line.text.trim() === '') {
    return {
      message: t('To newaliases an empty line that ends in CR LF is an entry without a colon. Save the file with LF line ends.'),
      fixes: [{ title: t("Write '#' on the line"), edits: [{ start: line.start, end: line.start, text: '#' }] }],
    };
  }
  if (continues) {
    return {
      message: t(
        'The line above ends in a comma, but only an indented line continues it: these recipients are lost. Indent this line.',
      ),
      fixes: [{ title: t('Indent the line'), edits: [{ start: line.start, end: line.start, text: '\t' }], preferred: true }],
    };
  }
  const name = /^([^\s;=]+)([\s;=]+)(?=\S)/.exec(line.text);
  const at = name ? line.start + name[1]!.length : 0;
  return {
    message: t('No colon stands behind the name: newaliases refuses the line. An entry reads name: recipient, recipient.'),
    fixes:
      name && line.lines.length === 1
        ? [
            {
              title: t("Write ':' after {0}", name[1]!),
              edits: [{ start: at, end: at + name[2]!.length, text: ':\t' }],
              preferred: true,
            },
          ]
        : [],
  };
}
