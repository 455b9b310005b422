import { t } from '@vscode/l10n';
import { conf } from '../../../knowledge/conf';
import type { Finding, Rule } from '../../../problem';
import { filterFlaws } from '../../filters';
import type { Flaw } from '../../flaw';
import { valueFlaws } from '../../flaw';
import { portFlaws } from '../../ports';
import { linesOfKind } from '../../cf/model';
import { relativeFile } from '../../cf/rules/class-file';
import { nameFlaws } from '../../cf/rules/missing-name';
import { replace } from '../edits';
import { embeddedCf } from '../embedded';
import type { McArgument, McCall, McModel } from '../model';
import { innerValue, valueOf } from '../model';
import { hasFeature, runsOf } from '../steps';
import { usesMailer } from '../values';

/** A # begins a comment in the line of sendmail.cf. */
const comment = /(?<![$\\])#[^]*/;

const rows = new Map(conf.map((c) => [c.name, c]));

/** A value that an option, a port or a filter cannot have. */
export const badValue: Rule<McModel> = {
  id: 'mc/bad-value',
  severity: 'error',
  check(model, report) {
    const effective = new Map<string, McCall>();
    for (const call of runsOf(model, 'define')) effective.set(valueOf(call, 0), call);
    const written = writtenOptions(model);
    for (const [name, call] of effective) {
      const row = rows.get(name);
      const argument = call.args[1];
      // Both its parts become times of their own (mc/obsolete-conf).
      if (name === 'confMESSAGE_TIMEOUT' && argument && !argument.text.includes('$'))
        for (const part of argument.text.split('/'))
          for (const flaw of valueFlaws(name, { type: 'time' }, part))
            report({ ...argument.span, severity: flaw.severity, message: flaw.message });
      if (!row || row.obsolete || !argument) continue;
      if (name === 'confMIN_FREE_BLOCKS' && argument.text.includes('/')) continue; // mc/obsolete-conf
      const final = row.option === undefined ? undefined : written.get(row.option);
      if (final === undefined || final === argument.text.trim())
        for (const flaw of valueFlaws(name, row, argument.text)) report(inArgument(argument, flaw));
      else for (const { severity, message } of valueFlaws(name, row, final)) report({ ...argument.span, severity, message });
    }
    for (const [name, call] of effective) {
      const argument = call.args[1];
      if (argument && rows.has(name) && !/[`']/.test(argument.text))
        for (const flaw of nameFlaws(argument.text)) report(inArgument(argument, { ...flaw, severity: 'error' }));
      const message = argument && (mailerFlaw(model, name, argument.text) ?? fileFlaw(model, name, argument.text));
      if (message !== undefined) report({ ...argument!.span, message });
    }
    for (const call of runsOf(model, 'DAEMON_OPTIONS', 'CLIENT_OPTIONS')) {
      const { text, from } = innerValue(call, 0);
      for (const flaw of portFlaws(text.replace(comment, ''), call.name === 'DAEMON_OPTIONS' ? 'daemon' : 'client'))
        report(inArgument(call.args[0], { ...flaw, at: flaw.at + from }, call));
    }
    for (const call of runsOf(model, 'INPUT_MAIL_FILTER', 'MAIL_FILTER')) {
      const name = valueOf(call, 0);
      if (/\s/.test(name.trim()) || name.trim() === '')
        report({ ...call.span, message: t('A filter needs a name of one word; sendmail will not start.') });
      const { text, from } = innerValue(call, 1);
      for (const flaw of filterFlaws(text)) report(inArgument(call.args[1], { ...flaw, at: flaw.at + from }, call));
    }
  },
};

/** What a mailer's line in sendmail.cf is made of: the mailer, and which part. */
const mailerPart = /^([A-Z\d]+)_(?:MAILER|SHELL)_(ARGS|PATH|EOL|CHARSET|DIR|MAX|MAXMSGS|MAXRCPTS|LL)$/;

function mailerFlaw(model: McModel, name: string, value: string): string | undefined {
  const [, mailer = '', part = ''] = mailerPart.exec(name) ?? [];
  if (part === '' || /[`']/.test(value) || !usesMailer(model, mailer)) return undefined;
  if (/(^|[^\\]),/.test(value))
    return t('A comma ends the value of {0} in the line of the mailer; sendmail will not start.', name);
  if (value.trim() === '')
    return part.startsWith('MAX') || part === 'LL' ? undefined : t('{0}= has no value; sendmail will not start.', name);
  return part === 'ARGS' && /SMTP|RELAY|CYRUSV2/.test(mailer) && !/\S\s+\S/.test(value)
    ? t('{0} needs two words, such as TCP $h; sendmail will not start.', name)
    : undefined;
}

/** The files of classes that are read, and the feature without which one is not. */
const classFiles: Readonly<Record<string, string | undefined>> = {
  confCR_FILE: '',
  confCW_FILE: 'use_cw_file',
  confCT_FILE: 'use_ct_file',
};

function fileFlaw(model: McModel, name: string, value: string): string | undefined {
  const feature = classFiles[name];
  if (feature === undefined || /^\s*(-o\s|[/|"$%@`])/.test(value) || /[@']/.test(value)) return undefined;
  if (value.trim() === '')
    return feature === '' || hasFeature(model, feature)
      ? t('The name of the file is missing; sendmail will not start.')
      : undefined;
  return feature === '' || hasFeature(model, feature) ? relativeFile(value) : undefined;
}

/** The options as they stand in sendmail.cf in the end: m4 reads a value again, so macros and quotes in it may change it. */
function writtenOptions(model: McModel): Map<string, string> {
  const embedded = embeddedCf(model);
  return new Map(
    linesOfKind(embedded.cf, 'option').flatMap((line) =>
      embedded.isOwn({ start: line.start, end: line.start + 1 }) ? [] : [[line.name.text, line.value.text.trim()] as const],
    ),
  );
}

/** A flaw of a value at its place in the file. */
function inArgument(argument: McArgument | undefined, flaw: Flaw, call?: McCall): Finding {
  const whole = argument?.span ?? call?.span ?? { start: 0, end: 0 };
  let at = 0;
  for (const piece of argument?.pieces ?? []) {
    if (piece.exact && flaw.at >= at && flaw.at + flaw.length <= at + piece.text.length) {
      const start = piece.from + flaw.at - at;
      const span = { start, end: start + flaw.length };
      const fixes = flaw.near === undefined ? undefined : [replace(t('Change to {0}', flaw.near), span, flaw.near)];
      return { ...span, severity: flaw.severity, message: flaw.message, fixes };
    }
    at += piece.text.length;
  }
  return { start: whole.start, end: whole.end, severity: flaw.severity, message: flaw.message };
}
