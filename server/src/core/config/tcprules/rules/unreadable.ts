import { t } from '@vscode/l10n';
import type { Fix, Rule } from '../../../problem';
import { commentAbove } from '../../map/edits';
import type { TcpRule, TcpRulesModel } from '../model';

/** One line tcprules cannot read, and the whole file is refused: the old rules stay. */
export const unreadable: Rule<TcpRulesModel> = {
  id: 'tcprules/unreadable',
  severity: 'error',
  check(model, report) {
    for (const rule of model.entries) {
      if (!rule.broken) continue;
      const comment = commentFix(model, rule);
      report({
        start: rule.broken.start,
        end: Math.max(rule.broken.end, rule.broken.start),
        message: messageOf(rule),
        fixes: comment ?? fixesOf(rule),
      });
    }
  },
};

function messageOf({ action, instructions, address, broken }: TcpRule): string {
  const text = instructions.text;
  if (text.endsWith('\r'))
    return t(
      'tcprules takes the CR of a CR LF line end for part of the rule and refuses the whole file. Save it with LF line ends.',
    );
  if (address.text === '' && text.startsWith(':'))
    return t('IPv6 addresses have no place here: tcprules refuses the whole file.');
  if (!action)
    return t(
      "After the colon stands allow or deny, in small letters and without blanks: tcprules cannot read '{0}' and refuses the whole file.",
      text,
    );
  const rest = text.slice(broken!.start - instructions.start);
  if (/^[ \t]*#/.test(rest))
    return t('There are no comments behind a rule: tcprules refuses the whole file. Put the comment on a line of its own.');
  if (!rest.startsWith(','))
    return t("A comma must stand before each variable: tcprules cannot read '{0}' and refuses the whole file.", rest);
  return t('A variable reads NAME="value": tcprules cannot read \'{0}\' and refuses the whole file.', rest.slice(1));
}

function commentFix(model: TcpRulesModel, { broken, instructions }: TcpRule): Fix[] | undefined {
  const rest = instructions.text.slice(broken!.start - instructions.start);
  const blank = /^[ \t]*/.exec(rest)![0].length;
  // Behind allow or deny without variables all of it is unreadable, the comment with it.
  const bare = /^(?:allow|deny)([ \t]+#)/.exec(rest);
  const at = bare ? bare[0].length - bare[1]!.length : rest.startsWith('#', blank) ? 0 : -1;
  if (at < 0) return undefined;
  const span = { start: broken!.start + at, end: broken!.end };
  const comment = rest.slice(at).replace(/^[ \t]*#+[ \t]*/, '');
  return [
    { title: t('Move the comment to a line of its own'), edits: commentAbove(model.source, span, comment), preferred: true },
  ];
}

function fixesOf({ action, instructions, broken }: TcpRule): Fix[] {
  const span = { start: broken!.start, end: broken!.end };
  const text = instructions.text.slice(broken!.start - instructions.start);
  const better = action ? betterVariable(text) : betterAction(text);
  return better === undefined ? [] : [{ title: t('Write {0}', better), edits: [{ ...span, text: better }], preferred: true }];
}

function betterAction(text: string): string | undefined {
  const m = /^[ \t]*(allow|deny)(.*)$/i.exec(text);
  if (!m) return undefined;
  const rest = m[2]!;
  if (rest === '') return m[1]!.toLowerCase();
  const variable = /^[ \t]*(?:[,;][ \t]*)?(\w+=.*)/.exec(rest)?.[1];
  return variable === undefined ? undefined : `${m[1]!.toLowerCase()},${variable}`;
}

/** `,RELAYCLIENT` and `,RELAYCLIENT=` want for a value; an unclosed quote for its partner. */
function betterVariable(text: string): string | undefined {
  const name = /^,([A-Za-z_]\w*)=?$/.exec(text)?.[1];
  if (name) return `,${name}=""`;
  const open = /^(,[A-Za-z_]\w*="[^"]*)$/.exec(text)?.[1];
  return open && `${open}"`;
}
