import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt, lineSpan } from '../../../text';
import { change } from '../edits';
import type { McModel } from '../model';
import { isDirective } from '../names';

/** Macros of m4 that do something where they are called. */
const active = new Set(
  'define undefine pushdef popdef include sinclude divert undivert changequote changecom m4exit m4wrap syscmd esyscmd'.split(' '),
);
/** Macros that look for a file by their argument. */
const fileMacros = new Set(['FEATURE', 'MAILER', 'OSTYPE', 'DOMAIN', 'HACK']);

/** A macro in a line that starts with #: cf.m4 has switched such comments off, so m4 runs it. */
export const macroInComment: Rule<McModel> = {
  id: 'mc/macro-in-comment',
  severity: 'warning',
  check(model, report) {
    const lines = new Set<number>();
    for (const call of model.run) {
      if (call.context !== 'hash' || call.nameSpan.end === call.nameSpan.start) continue;
      if (call.name === 'VERSIONID' || (!isDirective(call.name) && !active.has(call.name))) continue;
      const line = lineAt(model.source, call.span.start);
      if (lines.has(line)) continue;
      lines.add(line);
      const { start } = lineSpan(model.source, line);
      const empty = fileMacros.has(call.name) && (call.args[0]?.text ?? '') === '';
      report({
        ...call.span,
        severity: empty ? 'error' : 'warning',
        message: empty
          ? t('# does not stop m4 here: it runs {0} without a name and complains. A comment starts with dnl.', call.name)
          : t('# does not stop m4 here: {0} is run all the same. A comment starts with dnl.', call.name),
        fixes: [change(t('Make the line a comment with dnl'), [{ start, end: start, text: 'dnl ' }])],
      });
    }
  },
};
