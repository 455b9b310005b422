/** The place where m4 gives up over a parenthesis or quote that is not closed. */
import { t } from '@vscode/l10n';
import type { Finding } from '../../problem';
import type { Span } from '../../text';
import { lineAt } from '../../text';
import type { McModel } from './model';

/** The calls that m4's own trace is kept of. */
const named = new Set('FEATURE OSTYPE DOMAIN MAILER HACK define undefine include sinclude DAEMON_OPTIONS'.split(' '));

/**
 * What to say at the end of a file whose call opened at `first` is never closed: m4 names the last line it read, or the last call
 * before the end, so whoever looks there finds the way back. Undefined if that is the line of the fault itself, which m4 names
 * if a parenthesis within the argument is open.
 */
export function givesUp(model: McModel, first: Span): Finding | undefined {
  const end = model.lastArgument ?? model.source.text.trimEnd().length;
  let start = Math.max(0, end - 1);
  if (lineAt(model.source, end) <= lineAt(model.source, first.start)) return undefined;
  const last = model.run.findLast((c) => c.depth === 0 && c.nameSpan.end > c.nameSpan.start && named.has(c.name));
  if (model.lastArgument === undefined && last && last.nameSpan.start > first.start) start = Math.min(start, last.nameSpan.start);
  return {
    start,
    end,
    severity: 'error',
    message: t('m4 gives up here, at the end of the file: a parenthesis further up is never closed.'),
    related: [{ start: first.start, end: first.end, message: t('It is opened here') }],
  };
}
