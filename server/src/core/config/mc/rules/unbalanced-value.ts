import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import { givesUp } from '../givesUp';
import type { McArgument, McCall, McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** Of these every argument is handed on to other macros without quotes (each tried with GNU m4). */
const handedOn = ['OSTYPE', 'MAILER', 'DOMAIN', 'HACK', 'MAIL_FILTER', 'INPUT_MAIL_FILTER', 'QUEUE_GROUP', 'MODIFY_MAILER_FLAGS'];
const tables = 'authinfo bitdomain domaintable drac genericstable mailertable uucpdomain virtusertable'.split(' ');
/** The features that only write their argument down, and those that look at none. */
const written = new Set([...tables, ...features.filter((f) => (f.argsMax ?? 0) === 0).map((f) => f.name)]);
/** The names whose values m4 hands on when it makes the options. */
const values =
  /^(confMIN_FREE_BLOCKS|confDELIVERY_MODE|confCT_FILE|confTIME_ZONE|confMESSAGE_TIMEOUT|HELP_FILE|QUEUE_DIR|(LOCAL|SMTP|RELAY)_MAILER_FLAGS|LOCAL_SHELL_FLAGS)$/;

/** Where a ) ends that other call, as the name of a FEATURE or a macro and the argument's number (each tried with GNU m4). */
const endedBy = new Set(
  (
    'greet_pause 1,queuegroup 1,mtamark 2,sts 2,local_lmtp 2,local_procmail 2,MASQUERADE_AS 0,MAIL_FILTER 0,INPUT_MAIL_FILTER 0,' +
    'MODIFY_MAILER_FLAGS 0,QUEUE_GROUP 0'
  ).split(','),
);
const endedValues = /^(confTIME_ZONE|(LOCAL|SMTP|RELAY)_MAILER_FLAGS|LOCAL_SHELL_FLAGS)$/;

/** A parenthesis without its partner in a value that m4 reads again as part of another call. */
export const unbalancedValue: Rule<McModel> = {
  id: 'mc/unbalanced-value',
  severity: 'error',
  check(model, report) {
    let first: { start: number; end: number } | undefined;
    const look = (call: McCall, argument: McArgument | undefined): void => {
      const at = argument ? openAt(argument.text) : -1;
      if (!argument || at < 0) return;
      const exact = argument.pieces.length === 1 && argument.pieces[0]!.exact ? argument.pieces[0]!.from + at : undefined;
      const span = exact === undefined ? argument.span : { start: exact, end: exact + 1 };
      first ??= span;
      report({
        ...span,
        message: t(
          'm4 reads the value of {0} again, outside of quotes: this ( swallows what follows to the end of the file. Close it with ), or take it away.',
          call.name,
        ),
      });
    };
    for (const call of runsOf(model, 'FEATURE', ...handedOn)) {
      const named = call.name === 'FEATURE' && written.has(valueOf(call, 0));
      (named ? call.args.slice(0, 1) : call.args).forEach((argument) => look(call, argument));
    }
    for (const call of runsOf(model, 'MASQUERADE_AS', 'SITECONFIG')) look(call, call.args[0]);
    for (const call of runsOf(model, 'define')) if (values.test(valueOf(call, 0))) look(call, call.args[1]);
    for (const call of runsOf(model, 'FEATURE', 'define', 'MASQUERADE_AS', ...handedOn)) {
      const name = valueOf(call, 0);
      call.args.forEach((argument, index) => {
        const ended =
          call.name === 'define'
            ? index === 1 && endedValues.test(name)
            : endedBy.has(`${call.name === 'FEATURE' ? name : call.name} ${index}`);
        if (!ended || !closesMore(argument.text)) return;
        const message = t(
          "m4 reads the value of {0} again, outside of quotes: this ) ends a call of the macro's own, and what is left is no line of sendmail.cf.",
          call.name,
        );
        report({ ...argument.span, message });
      });
    }
    const end = first && givesUp(model, first);
    if (end) report(end);
  },
};

/** Where the first parenthesis stands that is opened outside of quotes and never closed; -1 if there is none. */
function openAt(text: string): number {
  if (!text.includes('(')) return -1;
  const open: number[] = [];
  let level = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '`') level++;
    else if (c === "'") level = Math.max(0, level - 1);
    else if (level > 0) continue;
    else if (c === '(') open.push(i);
    else if (c === ')') open.pop();
  }
  return open[0] ?? -1;
}

/** True if a parenthesis is closed outside of quotes that was not opened. */
function closesMore(text: string): boolean {
  let quotes = 0;
  let open = 0;
  for (const c of text) {
    if (c === '`') quotes++;
    else if (c === "'") quotes = Math.max(0, quotes - 1);
    else if (quotes > 0) continue;
    else if (c === '(') open++;
    else if (c === ')' && --open < 0) return true;
  }
  return false;
}
