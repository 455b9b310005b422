/** `postmaster record HOST[:PORT] --from A --to B`: holds an SMTP session with one test message, and writes down what goes over the wire. */
import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import { recordSession, type Recording } from '../record/record';
import {
  faultOf,
  isAddress,
  parseServer,
  testMessage,
  tlsModes,
  type Fault,
  type RecordRequest,
  type TlsMode,
} from '../record/request';
import { readBytes, UsageError, writeFile } from './files';
import type { Outcome } from './outcome';

/** The options as they stand on the command line. */
export interface RecordArguments {
  readonly from?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly tls?: string | undefined;
  readonly helo?: string | undefined;
  readonly message?: string | undefined;
  readonly auth?: string | undefined;
  readonly output?: string | undefined;
  readonly timeout?: string | undefined;
  readonly 'any-certificate'?: boolean | undefined;
}

/**
 * Exit 0: the server took the message; 1: it refused, or the session broke off: that too is recorded; 2: there was no session. The
 * password comes from POSTMASTER_PASSWORD or is asked for, and is never an argument: those can be read by everybody on the machine.
 */
export async function record(servers: readonly string[], given: RecordArguments): Promise<Outcome> {
  const request = await requestOf(servers, given);
  const { signal, release } = interrupted();
  try {
    const recording = await recordSession(request, { signal, trust: () => Promise.resolve(given['any-certificate'] === true) });
    return outcomeOf(recording, request, given);
  } finally {
    release();
  }
}

function outcomeOf({ ending, detail, transcript }: Recording, { host, port }: RecordRequest, given: RecordArguments): Outcome {
  if (ending === 'unreachable') throw new UsageError(t('{0}, port {1}: no connection: {2}', host, port, detail));
  const { output } = given;
  if (output !== undefined) writeFile(output, transcript);
  const text = output === undefined ? transcript.trimEnd() : '';
  const told = {
    accepted: () => t('the server took the message: {0}', detail),
    refused: () => t('the server refused: {0}', detail),
    distrusted: () => t("the server's certificate is not valid ({0}). To go on all the same: --any-certificate", detail),
    failed: () => t('the session broke off: {0}', detail),
    cancelled: () => t('the session was cancelled.'),
  }[ending]();
  if (ending === 'accepted') return { exit: 0, text: output === undefined ? text : told };
  return { exit: ending === 'cancelled' ? 2 : 1, text, remark: told };
}

async function requestOf(servers: readonly string[], given: RecordArguments): Promise<RecordRequest> {
  const example = t('Example: postmaster record mail.example.com:25 --from a@example.org --to b@example.com');
  if (servers.length !== 1) throw new UsageError(`${t('record takes one server.')} ${example}`);
  const server = parseServer(servers[0]!);
  if (!server) throw new UsageError(t('{0} is no server: give HOST, HOST:PORT or [IPv6]:PORT.', servers[0]!));
  const { from, to } = given;
  if (from === undefined || !to || to.length === 0) throw new UsageError(`${t('record needs --from and --to.')} ${example}`);
  const tls = (given.tls ?? 'starttls') as TlsMode;
  if (!tlsModes.includes(tls)) throw new UsageError(t('--tls takes one of: {0}.', tlsModes.join(', ')));
  const seconds = given.timeout === undefined ? undefined : Number(given.timeout);
  if (seconds !== undefined && !(seconds > 0 && seconds <= 86_400)) throw new UsageError(t('--timeout takes seconds.'));
  const request: RecordRequest = {
    host: server.host,
    port: server.port ?? (tls === 'implicit' ? 465 : 25),
    tls,
    from,
    to,
    message: given.message === undefined ? testMessage(from, to, new Date(), randomUUID()) : readBytes(given.message),
    ...(given.helo !== undefined && { name: given.helo }),
    ...(seconds !== undefined && { timeout: seconds * 1000 }),
  };
  const fault = faultOf(request);
  if (fault) throw new UsageError(faultText(fault, request));
  return given.auth === undefined ? request : { ...request, login: { user: given.auth, password: await password(given.auth) } };
}

function faultText(fault: Fault, { host, port, name, from, to }: RecordRequest): string {
  switch (fault) {
    case 'host':
      return t('{0} is no name or address of a server.', host);
    case 'port':
      return t('{0} is no port.', port);
    case 'name':
      return t('--helo: {0} is no host name.', JSON.stringify(name));
    case 'from':
      return t('--from: {0} is no mail address. Give it without angle brackets.', JSON.stringify(from));
    case 'to':
      return t(
        '--to: {0} is no mail address. Give it without angle brackets.',
        JSON.stringify(to.find((a) => !isAddress(a)) ?? ''),
      );
    case 'message':
      return t('--message: the file is empty.');
  }
}

/** The password from the environment, else typed without being shown. */
async function password(user: string): Promise<string> {
  const given = process.env.POSTMASTER_PASSWORD;
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new UsageError(t('--auth needs a password: set POSTMASTER_PASSWORD, or run it in a terminal.'));
  process.stderr.write(t('Password of {0}: ', user));
  const { stdin } = process;
  stdin.setRawMode(true).setEncoding('utf8');
  let typed = '';
  try {
    for await (const keys of stdin) {
      for (const key of keys as string) {
        if (key === '\r' || key === '\n') return typed;
        if (key === '\x03' || key === '\x04') throw new UsageError(t('no password was given.'));
        typed = key === '\x7f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    }
    return typed;
  } finally {
    stdin.setRawMode(false).pause();
    process.stderr.write('\n');
  }
}

/** Ctrl-C ends the session; what was recorded until then is kept. */
function interrupted(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return { signal: controller.signal, release: () => void process.off('SIGINT', stop).off('SIGTERM', stop) };
}
