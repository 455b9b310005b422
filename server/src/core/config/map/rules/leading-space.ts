import { t } from '@vscode/l10n';
import type { Fix, Rule } from '../../../problem';
import type { Span } from '../../../text';
import type { MapLines } from '../model';

/** makemap refuses a line that begins with a blank; nothing in a table continues over a line end. */
export const leadingSpace: Rule<MapLines> = {
  id: 'map/leading-space',
  severity: 'error',
  check(model, report) {
    const { text } = model.source;
    for (const line of model.indented) {
      const blanks = /^\s*/.exec(text.slice(line.start, line.end))![0].length;
      report({ ...line, ...messageOf(text, line, blanks) });
    }
  },
};

function messageOf(text: string, line: Span, blanks: number): { message: string; fixes: Fix[] } {
  const indent = { start: line.start, end: line.start + blanks, text: '' };
  const first = text[indent.end];
  if (indent.end === line.end) {
    // An empty line of a CR LF file: the CR is the blank. Without its CR it would still be the editor's CR LF, so it gets a `#`.
    const ofCr = line.start === line.end;
    return {
      message: ofCr
        ? t(
            'To makemap an empty line that ends in CR LF begins with a blank, and it refuses it. Save the file with LF line ends.',
          )
        : t('makemap refuses a line of blanks alone. Remove the blanks.'),
      fixes: [
        ofCr
          ? { title: t("Write '#' on the line"), edits: [{ ...indent, text: '#' }] }
          : { title: t('Remove the blanks'), edits: [indent], preferred: true },
      ],
    };
  }
  const fixes = [{ title: t('Remove the blanks at the start'), edits: [indent], preferred: true }];
  if (first === '#') {
    return { message: t("makemap knows a comment by '#' in the first column only and refuses this line."), fixes };
  }
  return {
    message: t('makemap refuses a line that begins with a blank; a table has no continuation lines. Start in the first column.'),
    fixes,
  };
}
