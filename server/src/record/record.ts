/**
 * Records an SMTP session with a server. nodemailer's SMTP connection speaks the protocol; every socket it works on, the TLS stream
 * as well, is listened to, so that the recording holds the bytes of the dialogue and not what a library says of them. For Node only.
 */
import { connect, isIP, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { remarks } from '../core/smtp/recording';
import type { RecordRequest } from './request';
import { createLog, type RecordingLog, type Who } from './transcript';

/** A certificate that says nothing about who is at the other end. */
export interface DoubtfulCertificate {
  /** Node's or OpenSSL's word for it: `DEPTH_ZERO_SELF_SIGNED_CERT`, `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID` … */
  readonly reason: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: string;
  /** SHA-256, hexadecimal with colons. */
  readonly fingerprint: string;
}

/** What the recorder asks and tells while it works. */
export interface Recorder {
  /** Ends the session when it is aborted. */
  readonly signal?: AbortSignal;
  /** Whether to go on although the certificate is doubtful. Nothing but EHLO has been sent until then. */
  trust(certificate: DoubtfulCertificate): Promise<boolean>;
  /** Each line as it is kept, without login data. */
  onLine?(who: Who, text: string): void;
}

/**
 * How a session came out. `distrusted`: the certificate was not accepted; `failed`: it broke off, or what was asked for (TLS, a login)
 * could not be had.
 */
export type Ending = 'accepted' | 'refused' | 'distrusted' | 'failed' | 'cancelled' | 'unreachable';

export interface Recording {
  readonly transcript: string;
  readonly ending: Ending;
  /** The server's answer, or what went wrong, in one line without login data. */
  readonly detail: string;
}

/** As long as RFC 5321 4.5.3.2 lets a client wait for most answers. */
const PATIENCE = 300_000;
/** For a server that does not answer QUIT, or does not close. */
const FAREWELL = 10_000;

/** Holds the session and records it. Never rejects: what goes wrong is in the recording. The request was checked (`faultOf`). */
export async function recordSession(request: RecordRequest, recorder: Recorder): Promise<Recording> {
  const { login } = request;
  const secrets = login ? [login.password] : [];
  const log = createLog(secrets, recorder.onLine?.bind(recorder));
  const done = (ending: Ending, detail: string): Recording => ({
    transcript: log.text(),
    ending,
    detail: log.clean(detail),
  });
  const cancelled = aborted(recorder.signal);
  let socket: Socket | undefined;
  try {
    log.note(`Connecting to ${request.host}, port ${request.port}`);
    try {
      socket = await open(request, cancelled);
    } catch (error) {
      const detail = (error as Error).message;
      log.note(error === CANCELLED ? 'Cancelled' : `No connection: ${detail}`);
      return error === CANCELLED ? done('cancelled', '') : done('unreachable', detail);
    }
    const { remoteAddress, remotePort, localAddress } = socket;
    log.note(`${remarks.open} ${remoteAddress} port ${remotePort} from ${localAddress}`);
    return done(...(await hold(socket, request, recorder, log, cancelled)));
  } finally {
    socket?.destroy();
    cancelled.catch(() => {});
  }
}

const CANCELLED = new Error('cancelled');

function aborted(signal: AbortSignal | undefined): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(CANCELLED);
    signal?.addEventListener('abort', () => reject(CANCELLED), { once: true });
  });
  promise.catch(() => {});
  return promise;
}

/** Opens the connection as the system would: its resolver, and any of the host's addresses that answers. */
function open({ host, port, timeout = PATIENCE }: RecordRequest, cancelled: Promise<never>): Promise<Socket> {
  const socket = connect({ host, port, autoSelectFamily: true });
  const opened = new Promise<Socket>((resolve, reject) => {
    socket.setTimeout(timeout, () => reject(new Error(`no answer within ${timeout / 1000} seconds`)));
    socket.once('error', (error) => reject(new Error(reasonOf(error))));
    socket.once('connect', () => {
      socket.setTimeout(0);
      resolve(socket);
    });
  });
  return Promise.race([opened, cancelled]).catch((error: unknown) => {
    opened.catch(() => {});
    socket.destroy();
    throw error;
  });
}

/** What went wrong: OpenSSL's words without its numbers, the errors of all addresses that were tried in one. */
function reasonOf(error: Error & { errors?: readonly Error[]; library?: string; reason?: string }): string {
  if (error.library !== undefined && error.reason !== undefined) return `TLS: ${error.reason}`;
  return error.message || (error.errors ?? []).map((e) => e.message).join('; ') || error.name;
}

/** Speaks SMTP over an open connection. */
async function hold(
  socket: Socket,
  request: RecordRequest,
  recorder: Recorder,
  log: RecordingLog,
  cancelled: Promise<never>,
): Promise<[Ending, string]> {
  const { tls, timeout = PATIENCE, login } = request;
  const connection = new SMTPConnection({
    connection: socket,
    host: request.host,
    port: request.port,
    name: request.name ?? ownName(socket),
    secure: tls === 'implicit',
    ignoreTLS: tls === 'none',
    requireTLS: tls === 'required',
    opportunisticTLS: tls === 'starttls',
    // Who is at the other end is asked below, where the user can decide.
    tls: { rejectUnauthorized: false, ...(isIP(request.host) ? {} : { servername: request.host }) },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    socketCloseTimeout: FAREWELL,
  });
  const wire = listen(connection, log);
  const broken = new Promise<never>((_, reject) => connection.on('error', reject));
  broken.catch(() => {});
  /** One step of the library's, cut short by a lost connection or by the user. */
  const step = <T>(start: (done: (error?: Error | null, result?: T) => void) => void): Promise<T> => {
    const finished = new Promise<T>((resolve, reject) =>
      start((error, result) => (error ? reject(error) : resolve(result as T))),
    );
    return Promise.race([finished, broken, cancelled]);
  };
  try {
    await step((next) => connection.connect(next));
    const doubt = wire.certificate();
    if (doubt) {
      log.note(`The certificate is not valid: ${doubt.reason}`);
      const trusted = await Promise.race([recorder.trust(doubt), broken, cancelled]);
      log.note(trusted ? 'It is accepted all the same' : 'It is not accepted');
      if (!trusted) return await leave(['distrusted', doubt.reason]);
    }
    if (login) {
      if (!connection.secure && tls !== 'none') return await leave(['failed', NO_TLS]);
      if (!connection.allowsAuth) return await leave(['refused', NO_AUTH]);
      await step((next) => connection.login({ user: login.user, pass: login.password }, next));
    }
    const { from, to, message } = request;
    const envelope = { from, to: [...to], size: message.length, use8BitMime: message.some((byte) => byte > 0x7f) };
    const sent = await step<{ response: string }>((next) => connection.send(envelope, Buffer.from(message), next));
    return await leave(['accepted', sent.response]);
  } catch (error) {
    if (error === CANCELLED) {
      log.note('Cancelled');
      connection.close();
      return ['cancelled', ''];
    }
    const { response, responseCode } = error as { response?: string; responseCode?: number };
    const message = reasonOf(error as Error);
    const refused = responseCode !== undefined && responseCode >= 400;
    const ending: [Ending, string] = refused ? ['refused', response ?? message] : ['failed', message];
    if (connection.destroyed) {
      await wire.closed(FAREWELL);
      if (!refused) log.note(`The session broke off: ${message}`);
      return ending;
    }
    return await leave(ending).catch(() => ending);
  } finally {
    log.flush();
    connection.close();
  }

  async function leave(ending: [Ending, string]): Promise<[Ending, string]> {
    if (ending[1] === NO_TLS || ending[1] === NO_AUTH) log.note(`${ending[1]}: the login is not sent`);
    if (!connection.destroyed) {
      const ended = new Promise<void>((resolve) => connection.once('end', resolve));
      connection.quit();
      const late = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL).unref());
      await Promise.race([ended, late, broken.catch(() => {}), cancelled.catch(() => {})]);
      connection.close();
    }
    await wire.closed(FAREWELL);
    return ending;
  }
}

/** What clients call themselves: the machine's name, or the address they come from where it has none (RFC 5321 4.1.4). */
function ownName({ localAddress = '127.0.0.1' }: Socket): string {
  if (hostname().includes('.')) return hostname();
  return isIP(localAddress) === 6 ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}

const NO_TLS = 'The server offers no TLS';
const NO_AUTH = 'The server offers no login (AUTH)';

/** Listens to every socket that the connection works on: the plain one, then the TLS stream that takes its place. */
function listen(
  connection: SMTPConnection,
  log: RecordingLog,
): { certificate(): DoubtfulCertificate | undefined; closed(limit: number): Promise<void> } {
  let current = connection._socket;
  let ours = false; // it is we who close
  let lost = false; // it broke
  let tellClosed: () => void;
  const closed = new Promise<void>((resolve) => (tellClosed = resolve));
  let isClosed = false;
  // `_socket` is public, and the library sets it before it uses what it sets it to.
  Object.defineProperty(connection, '_socket', {
    get: () => current,
    set(next: typeof current) {
      if (next === current) return;
      current = next;
      if (next) tap(next);
    },
  });
  connection.once('end', () => (ours = true));

  function tap(socket: Socket): void {
    const emit = socket.emit.bind(socket) as (event: string | symbol, ...args: unknown[]) => boolean;
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    // Not `on('data')`, which would set the stream flowing before the library listens.
    socket.emit = ((event: string | symbol, ...args: unknown[]) => {
      if (socket === current && event === 'data') log.bytes('S:', args[0] as Buffer);
      if (socket === current && event === 'secureConnect') started(socket as TLSSocket);
      if (socket === current && event === 'error') lost = true;
      if (socket === current && event === 'close') ended();
      return emit(event, ...args);
    }) as typeof socket.emit;
    socket.write = (...args: unknown[]) => {
      const [chunk, encoding] = args;
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding as BufferEncoding) : (chunk as Buffer);
      if (socket === current) log.bytes('C:', bytes);
      return write(...args);
    };
  }

  function started(socket: TLSSocket): void {
    log.flush();
    const { name } = socket.getCipher();
    const { subject, issuer, validTo, fingerprint } = certificateOf(socket);
    log.note(`${remarks.tls}: ${socket.getProtocol() ?? ''} ${name}`);
    log.note(`Certificate of ${subject}, issued by ${issuer}, valid until ${validTo}, SHA-256 ${fingerprint}`);
  }

  function ended(): void {
    if (isClosed) return;
    isClosed = true;
    log.flush();
    log.note(lost ? remarks.eof : ours ? remarks.close : `${remarks.eof}: the other end closed it`);
    tellClosed();
  }

  return {
    certificate() {
      if (!(current instanceof TLSSocket) || current.authorized) return undefined;
      const reason: unknown = current.authorizationError;
      return { ...certificateOf(current), reason: reason instanceof Error ? reason.message : String(reason) };
    },
    closed: (limit) => Promise.race([closed, new Promise<void>((resolve) => setTimeout(resolve, limit).unref())]),
  };
}

function certificateOf(socket: TLSSocket): Omit<DoubtfulCertificate, 'reason'> {
  const { subject, issuer, valid_to, fingerprint256 } = socket.getPeerCertificate();
  const name = (dn: typeof subject | undefined): string => [dn?.CN ?? dn?.O ?? '?'].flat().join(', ');
  return { subject: name(subject), issuer: name(issuer), validTo: valid_to ?? '?', fingerprint: fingerprint256 ?? '?' };
}
