/** Every word of SMTP that `explain` and a hover without a file can explain. */
import type { Glossary } from '../language';
import { enhancedCodes } from '../knowledge/enhancedCodes';
import { extensions } from '../knowledge/extensions';
import { headers } from '../knowledge/headers';
import { mailParameters } from '../knowledge/mailParameters';
import { replyCodes } from '../knowledge/replyCodes';
import { saslMechanisms } from '../knowledge/sasl';
import { smtpCommands } from '../knowledge/smtpCommands';
import {
  commandEntry,
  commandOf,
  enhancedEntry,
  extensionEntry,
  extensionOf,
  headerEntry,
  headerOf,
  mechanismEntry,
  mechanismOf,
  parameterEntry,
  parameterOf,
  replyEntry,
} from './entries';

/**
 * Codes (`354`, `4.7.1`, `X.7.1`, `451 4.7.1`), commands, EHLO keywords, parameters, login mechanisms and header fields; case
 * does not count. A word with several uses gets them all, the command first.
 */
export const smtpGlossary: Glossary = { entry, words };

function entry(word: string): string | undefined {
  const wanted = word.trim().replace(/=$/, '');
  const numbers = /^(\d{3})(?:[ -]([245]\.\d{1,3}\.\d{1,3}))?$/.exec(wanted);
  if (numbers) return replyEntry(Number(numbers[1]), numbers[2]);
  const enhanced = enhancedEntry(wanted);
  if (enhanced) return enhanced;
  const command = commandOf(wanted);
  const extension = extensionOf(wanted);
  const parameter = parameterOf(wanted);
  const mechanism = mechanismOf(wanted);
  const header = headerOf(wanted.replace(/:$/, ''));
  const entries = [
    command && commandEntry(command),
    extension && extensionEntry(extension),
    parameter && parameterEntry(parameter),
    mechanism && mechanismEntry(mechanism),
    header && headerEntry(header, header[0].endsWith('*') ? wanted : header[0]),
  ].filter((e) => e !== undefined);
  return entries.length > 0 ? entries.join('\n\n---\n\n') : undefined;
}

function* words(): Iterable<string> {
  for (const row of replyCodes) yield String(row.code).padStart(3, '0');
  for (const row of enhancedCodes) for (const cls of ['X', '2', '4', '5']) yield `${cls}.${row.code}`;
  for (const row of smtpCommands) yield row.verb;
  for (const row of extensions) yield row.keyword;
  for (const row of mailParameters) yield row.name;
  for (const row of saslMechanisms) yield row.name;
  for (const row of headers) if (!row[0].endsWith('*')) yield row[0];
}
