import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import { givesUp } from '../givesUp';
import type { McArgument, McModel } from '../model';
import { valueOf } from '../model';
import { isDirective } from '../names';
import { runsOf } from '../steps';
import { shown } from '../../show';

const fileMacros = new Set(['FEATURE', 'MAILER', 'OSTYPE', 'DOMAIN', 'HACK']);
/** The features that hand their arguments on without quotes: there the ' closes a quote of theirs (each tried with GNU m4). */
const breaking = new Set(
  (
    'access_db bcc conncontrol delay_checks dnsbl domainmap enhdnsbl ldap_routing local_lmtp local_procmail msp mtamark prefixmod ' +
    'ratecontrol rhsbl sts'
  ).split(' '),
);

/** Flags of mailers are handed on in the same way. */
const mailerFlags = /^(\w+_MAILER|LOCAL_SHELL)_FLAGS$/;

/** A closing quote without an opening one: m4 makes it part of the name or value. */
export const strayQuote: Rule<McModel> = {
  id: 'mc/stray-quote',
  severity: 'warning',
  check(model, report) {
    const { text } = model.source;
    let first: { start: number; end: number } | undefined;
    const changes = runsOf(model, 'changequote').map((c) => c.order);
    for (const call of model.run) {
      // With other quotes, until they are changed back, a ' is a character like any other.
      if (changes.filter((order) => order < call.order).length % 2 === 1) continue;
      if (call.name === 'VERSIONID' || (!isDirective(call.name) && call.name !== 'define' && call.name !== 'undefine')) continue;
      call.args.forEach((argument, index) => {
        const at = strayAt(argument);
        const { start, end } = argument.span;
        if (argument.quoted || at < 0) return;
        const breaks =
          index > 0 &&
          (call.name === 'FEATURE'
            ? breaking.has(valueOf(call, 0))
            : call.name === 'MODIFY_MAILER_FLAGS' || call.name === 'SITECONFIG');
        if (breaks) first ??= { start, end };
        // 'name' as a whole is mc/wrong-quote.
        if (text[start] === "'" && text[end - 1] === "'" && end - start > 1) return;
        const garbles =
          !breaks &&
          ((index === 0 && (call.name === 'MODIFY_MAILER_FLAGS' || call.name.endsWith('MAIL_FILTER'))) ||
            (index === 1 && call.name === 'define' && mailerFlags.test(valueOf(call, 0))));
        const whole = text[end - 1] === "'" && end - start > 1 && !text.slice(start, end).includes('`');
        report({
          ...writtenAt(argument),
          severity: breaks || garbles || (index === 0 && fileMacros.has(call.name)) ? 'error' : 'warning',
          message: breaks
            ? t(
                "This ' closes no quote of yours: m4 makes it part of the text {0}, where it closes one of the macro's own. m4 reads to the end of the file and gives up.",
                shown(argument.text),
              )
            : garbles
              ? t(
                  "This ' closes no quote of yours: m4 makes it part of the text {0}, where it closes one of the macro's own. What comes of it is no line of sendmail.cf, and sendmail will not start.",
                  shown(argument.text),
                )
              : t("This ' closes no quote: m4 makes it part of the text {0}.", shown(argument.text)),
          fixes: whole ? [change(t('Put the opening quote ` in front'), [{ start, end: start, text: '`' }])] : undefined,
        });
      });
    }
    const end = first && givesUp(model, first);
    if (end) report(end);
  },
};

/** The argument; if a macro of the file handed it on, the text that macro was given. */
function writtenAt({ pieces, span: { start, end } }: McArgument): { start: number; end: number } {
  const given = pieces.find(({ from, exact }) => exact && (from < start || from >= end));
  return given ? { start: given.from, end: given.from + given.text.length } : { start, end };
}

/** Where in a value a ' stands that closes nothing; -1 if nowhere. */
function strayAt(argument: McArgument): number {
  let level = 0;
  for (let i = 0; i < argument.text.length; i++) {
    if (argument.text[i] === '`') level++;
    else if (argument.text[i] === "'" && --level < 0) return i;
  }
  return -1;
}
