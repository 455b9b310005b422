/** An LSP client for tests: a real connection to the server, in this process over streams or to the built server's process. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { cancelWaiting } from '../../server/src/cancel';
import type { Language } from '../../server/src/core/language';
import type { Host } from '../../server/src/host';
import { startServer } from '../../server/src/server';

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Every line the server logged. */
  readonly log: readonly string[];
  /** Every list of problems the server pushed, in order. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  /** What the server registered once it was initialized. */
  readonly registered: readonly Registration[];
  open(uri: string, language: string, text: string): void;
  change(uri: string, ...changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** Sets what the server is told when it asks for settings, and says that they changed. */
  configure(settings: unknown): void;
  request<R>(method: string, uri: string, position?: Position, more?: object): Promise<R>;
  problems(uri: string): Promise<Diagnostic[]>;
  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  stop(): Promise<void>;
}

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly settings?: unknown;
  readonly languages?: ReadonlyMap<string, Language>;
  /** Without a member nothing can be read or listed. */
  readonly host?: Partial<Host>;
}

/** What a modern editor says of itself. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** Starts a server in this process and connects to it by two streams. */
export function connect(options: Options = {}): Promise<TestClient> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), {
    connectionStrategy: cancelWaiting,
  });
  const none = (): Promise<never> => Promise.reject(new Error('no files here'));
  startServer(server, { read: none, list: none, ...options.host }, options.languages);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  return start(connection, options, () => {
    server.dispose();
    return Promise.resolve();
  });
}

/** Starts the built `dist/server.js --stdio` as any LSP client would. */
export function spawnServer(options: Options = {}): Promise<TestClient> {
  const child = spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return start(connection, options, async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
  });
}

async function start(connection: ProtocolConnection, options: Options, end: () => Promise<void>): Promise<TestClient> {
  const log: string[] = [];
  const pushed: PublishDiagnosticsParams[] = [];
  const registered: Registration[] = [];
  const versions = new Map<string, number>();
  let settings = options.settings;
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void pushed.push(params));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings ?? null));
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    registered.push(...registrations);
    return null;
  });
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? modern,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const note = (method: string, params: object): void => void connection.sendNotification(method, params);
  const next = (uri: string): number => {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    return version;
  };
  const client: TestClient = {
    connection,
    initialized,
    log,
    pushed,
    registered,
    open: (uri, languageId, text) =>
      note('textDocument/didOpen', { textDocument: { uri, languageId, version: next(uri), text } }),
    change: (uri, ...contentChanges) =>
      note('textDocument/didChange', { textDocument: { uri, version: next(uri) }, contentChanges }),
    close: (uri) => note('textDocument/didClose', { textDocument: { uri } }),
    configure(value) {
      settings = value;
      note('workspace/didChangeConfiguration', { settings: { postmaster: value } });
    },
    request: (method, uri, position, more) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...(position && { position }), ...more }),
    async problems(uri) {
      const report = await client.report(uri);
      return report.kind === 'full' ? report.items : [];
    },
    report: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId && { previousResultId }) }),
    async stop() {
      await end();
      connection.dispose();
    },
  };
  return client;
}

/** Waits until `value` gives something other than undefined or false. */
export async function eventually<T>(value: () => T | undefined | false): Promise<T> {
  for (let i = 0; i < 500; i++) {
    const found = value();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('waited in vain');
}
