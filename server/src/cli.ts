/**
 * The command line. Exit 0: nothing found; 1: errors or signs found; 2: could not do it, with one clear line on standard error.
 * Every command returns its text; only this file writes and ends the process.
 */
import './compiling';
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { t } from '@vscode/l10n';
import { check } from './cli/check';
import { compare } from './cli/compare';
import { explain } from './cli/explain';
import { pause, UsageError } from './cli/files';
import type { Outcome } from './cli/outcome';
import { redact } from './cli/redact';
import { sessionLines, sessions } from './cli/sessions';

const options = {
  format: { type: 'string', default: 'text' },
  language: { type: 'string' },
  all: { type: 'boolean', default: false },
  html: { type: 'string' },
  summary: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
  from: { type: 'string' },
  to: { type: 'string', multiple: true },
  tls: { type: 'string' },
  helo: { type: 'string' },
  message: { type: 'string' },
  auth: { type: 'string' },
  output: { type: 'string', short: 'o' },
  timeout: { type: 'string' },
  'any-certificate': { type: 'boolean' },
} as const;

function run(argv: string[]): Outcome | Promise<Outcome> {
  const { values, positionals } = parse(argv);
  const [command, ...rest] = positionals;
  if (values.help || command === 'help') return { exit: 0, text: usage() };
  switch (command) {
    case 'check':
      return check(rest, values.language, oneOf(values.format, ['text', 'json', 'sarif']));
    case 'sessions':
      if (values.format === 'ndjson' && rest.length > 0) return { exit: 0, text: sessionLines(rest) };
      if (rest.length !== 1) throw new UsageError(t('sessions takes one file. Example: postmaster sessions smtp.log'));
      return sessions(rest[0]!, oneOf(values.format, ['text', 'json', 'ndjson']));
    case 'compare':
      return compare(rest, { format: oneOf(values.format, ['text', 'json', 'ndjson']), summary: values.summary }, values.html);
    case 'redact':
      return redact(rest, values.all);
    case 'record':
      // Loaded when asked for: it stands on much of Node that nothing else needs.
      return import('./cli/record').then(({ record }) => record(rest, values));
    case 'explain':
      return explain(rest, oneOf(values.format, ['text', 'json']));
    default:
      throw new UsageError(
        command === undefined
          ? t('Say what to do: check, sessions, compare, redact, record or explain. More: postmaster --help')
          : t('{0} is no command: use check, sessions, compare, redact, record or explain. More: postmaster --help', command),
      );
  }
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n', 1)[0]);
  }
}

function oneOf(format: string, known: readonly string[]): string {
  if (known.includes(format)) return format;
  throw new UsageError(t('The format {0} is not known here. Known are: {1}.', format, known.join(', ')));
}

function usage(): string {
  return t(`postmaster check FILE|FOLDER… [--language ID]   problems of sendmail's files and of SMTP transcripts
postmaster sessions FILE                        the SMTP sessions of a log; of several with --format ndjson
postmaster compare CLIENT SERVER [--html FILE]  what stands between a client's log and a server's; as a page, too
postmaster compare LOG LOG LOG…                 the same for a way with relays on it, stretch by stretch
postmaster compare FOLDER|FILE…                 all sessions of all logs below; each log says whose it is
postmaster redact FILE [--all]                  the log without its logins; --all: without addresses, hosts and text
postmaster record HOST[:PORT] --from A --to B   sends a test message and writes the session down, ready to compare
  [--tls none|starttls|required|implicit] [--helo NAME] [--message FILE] [--auth USER] [--timeout SECONDS]
  [--any-certificate] [-o FILE]                 the password is taken from POSTMASTER_PASSWORD, or asked for
postmaster explain CODE-OR-WORD                 what a reply code, command, feature or option means

  -                                             in place of a file: standard input
  --format text|json                            check also: sarif; sessions and compare also: ndjson, one session or pair a line
  --summary                                     compare: how many pairs of each verdict, and the signs
Exit: 0 nothing found, 1 errors or signs found, 2 could not do it.`);
}

/** Writes all of `text`, however slowly the reader takes it. False if the reader has gone away, which is no fault of ours. */
function write(descriptor: 1 | 2, text: string | Uint8Array): boolean {
  if (text.length === 0) return true;
  let rest = Buffer.from(typeof text === 'string' ? text + '\n' : text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
  return true;
}

function writeLines(lines: Iterable<string>): void {
  for (const line of lines) if (!write(1, line)) return;
}

/** One line on standard error. */
function say(message: string): void {
  write(2, 'postmaster: ' + message.replace(/(?<!\s)\s*\n\s*/g, ' '));
}

async function main(): Promise<void> {
  try {
    const outcome = await run(process.argv.slice(2));
    const { text, remark } = outcome;
    if (typeof text === 'string' || text instanceof Uint8Array) write(1, text);
    else writeLines(text);
    if (remark !== undefined) say(remark);
    process.exitCode = outcome.exit;
  } catch (error) {
    // A fault of ours is told in one line, too: nobody at a shell can use a stack trace.
    say(error instanceof UsageError ? error.message : t('an unexpected fault: {0}', (error as Error).message));
    process.exitCode = 2;
  }
}

void main();
