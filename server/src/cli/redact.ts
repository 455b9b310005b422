/** `postmaster redact FILE [--all]`: a log that can be shown to others. */
import { t } from '@vscode/l10n';
import { bytesOfText } from '../core/bytes';
import { everything, redact as redactTranscript } from '../core/smtp/redact/redact';
import { readBytes, UsageError } from './files';
import type { Outcome } from './outcome';
import { readLog } from './sessions';

/**
 * The log (`-` is standard input) without its logins; with `all` also without addresses, host names, IP addresses and message
 * text. All other bytes stay. A log that cannot be read as SMTP is refused: nobody could say what is left in it.
 */
export function redact(paths: readonly string[], all: boolean): Outcome {
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new UsageError(t('redact takes one file. Example: postmaster redact smtp.log --all > shown.log'));
  const bytes = readBytes(path);
  const { text } = redactTranscript(readLog(path, bytes), all ? everything : {});
  const original = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 3)).toString('latin1');
  return { exit: 0, text: Buffer.from(bytesOfText(text, original), 'latin1') };
}
