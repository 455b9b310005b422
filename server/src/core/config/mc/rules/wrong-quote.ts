import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { change, replace } from '../edits';
import type { McArgument, McCall, McModel } from '../model';
import { isDirective } from '../names';
import { shown } from '../../show';

/** 'name' or "name" or `name`: m4 quotes open with ` and close with '. */
export const wrongQuote: Rule<McModel> = {
  id: 'mc/wrong-quote',
  severity: 'error',
  check(model, report) {
    for (const fault of model.faults) {
      if (fault.kind !== 'wrong-close') continue;
      report({
        start: fault.start,
        end: fault.end,
        message: t(
          "The closing quote of m4 is ', not {0}. m4 reads on to the end of the file and gives up; no sendmail.cf is made.",
          model.source.text[fault.start]!,
        ),
        fixes: [replace(t("Change to '"), fault, "'")],
      });
    }
    const { text } = model.source;
    for (const call of model.run) {
      if (!isDirective(call.name) && call.name !== 'define' && call.name !== 'undefine') continue;
      call.args.forEach((argument, index) => {
        const finding = !argument.quoted && inOddQuotes(text, call, argument, index);
        if (finding) report(finding);
      });
    }
  },
};

/** Double quotes may belong to a value (a message of an SMTP reply); single ones, and double ones around a name, do not. */
function inOddQuotes(text: string, call: McCall, argument: McArgument, index: number): Finding | undefined {
  const { start, end } = argument.span;
  const [first, last] = [text[start], text[end - 1]];
  if (end - start < 2 || first !== last || (first !== "'" && !(first === '"' && index === 0)) || call.name === 'VERSIONID')
    return undefined;
  if (!argument.text.startsWith(first)) return undefined;
  return {
    start,
    end,
    message: t(
      "m4 does not know these quotes and makes them part of the value. Write `{0}'.",
      shown(text.slice(start + 1, end - 1)),
    ),
    fixes: [
      change(t("Change to `…'"), [
        { start, end: start + 1, text: '`' },
        { start: end - 1, end, text: "'" },
      ]),
    ],
  };
}
