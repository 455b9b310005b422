/** Asks what is to be sent where. Everything is kept for the next time but the password, and only until the window closes. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import {
  faultOf,
  isAddress,
  isPort,
  parseServer,
  testMessage,
  tlsModes,
  type RecordRequest,
  type TlsMode,
} from '../../../server/src/record/request';

/** What a keybinding or another extension may hand over; what is missing is asked for. There is no place for a password. */
export interface RecordArguments {
  readonly host?: string;
  readonly port?: number;
  readonly tls?: TlsMode;
  readonly from?: string;
  readonly to?: readonly string[];
  /** What the client calls itself. */
  readonly name?: string;
  /** Asks for a password and logs in; '' for no login. */
  readonly user?: string;
  /** The message's text; '' for a short test message. */
  readonly message?: string;
}

let last: RecordArguments = {};

/** The whole request, checked; undefined if the user changed his mind. */
export async function askRequest(given: RecordArguments): Promise<RecordRequest | undefined> {
  const server = given.host === undefined ? await askServer() : { host: given.host };
  if (!server) return undefined;
  const tls = given.tls ?? (await askTls());
  if (!tls) return undefined;
  const port = given.port ?? server.port ?? (await askPort(tls));
  if (port === undefined) return undefined;
  const from = given.from ?? (await ask(texts().from, last.from, (a) => a === '' || isAddress(a)));
  if (from === undefined) return undefined;
  const to = given.to ?? (await askRecipients());
  if (!to) return undefined;
  const message = given.message === undefined ? await askMessage(from, to) : textOf(given.message, from, to);
  if (!message) return undefined;
  const user = given.user ?? (await askUser());
  if (user === undefined) return undefined;
  const login = user === '' ? undefined : await askPassword(user);
  if (user !== '' && !login) return undefined;
  last = { host: server.host, port, tls, from, to };
  const request: RecordRequest = {
    ...{ host: server.host, port, tls, from, to, message },
    ...(given.name !== undefined && { name: given.name }),
    ...(login && { login }),
  };
  const fault = faultOf(request);
  if (!fault) return request;
  void vscode.window.showErrorMessage(vscode.l10n.t('This cannot be sent: {0} is not valid.', fault));
  return undefined;
}

/** How TLS is used, in the user's words. */
export function tlsText(tls: TlsMode): string {
  return {
    none: vscode.l10n.t('No TLS'),
    starttls: vscode.l10n.t('STARTTLS if it is offered'),
    required: vscode.l10n.t('STARTTLS, or nothing is sent'),
    implicit: vscode.l10n.t('TLS from the first byte on'),
  }[tls];
}

const texts = () => ({
  server: vscode.l10n.t('Server: name or address, with :port if you like'),
  from: vscode.l10n.t('Sender (envelope), without angle brackets; empty for the null sender'),
  to: vscode.l10n.t('Recipient, or several with commas between them'),
  wrong: vscode.l10n.t('This is not valid here.'),
});

/** One line; `good` says whether it will do. Enter takes what stands there, Escape gives up. */
async function ask(prompt: string, value: string | undefined, good: (text: string) => boolean): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: title(),
    prompt,
    ignoreFocusOut: true,
    ...(value !== undefined && { value }),
    validateInput: (typed) => (good(typed.trim()) ? undefined : texts().wrong),
  });
  return text?.trim();
}

function title(): string {
  return vscode.l10n.t('Record SMTP Session');
}

async function askServer(): Promise<{ host: string; port?: number } | undefined> {
  const text = await ask(texts().server, last.host, (t) => parseServer(t) !== undefined);
  return text === undefined ? undefined : parseServer(text);
}

async function askTls(): Promise<TlsMode | undefined> {
  const ordered = [...tlsModes].sort((a, b) => Number(b === (last.tls ?? 'starttls')) - Number(a === (last.tls ?? 'starttls')));
  const items = ordered.map((tls) => ({ label: tlsText(tls), tls }));
  const options = { title: title(), placeHolder: vscode.l10n.t('TLS'), ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.tls;
}

async function askPort(tls: TlsMode): Promise<number | undefined> {
  const value = String(tls === 'implicit' ? 465 : last.port === undefined || last.port === 465 ? 25 : last.port);
  const text = await ask(vscode.l10n.t('Port'), value, (t) => /^\d{1,5}$/.test(t) && isPort(Number(t)));
  return text === undefined ? undefined : Number(text);
}

async function askRecipients(): Promise<string[] | undefined> {
  const split = (text: string): string[] => text.split(',').map((a) => a.trim());
  const text = await ask(texts().to, last.to?.join(', '), (t) => split(t).every(isAddress));
  return text === undefined ? undefined : split(text);
}

async function askMessage(from: string, to: readonly string[]): Promise<Uint8Array | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const usable = document && document.languageId !== 'smtp-transcript' && document.getText() !== '' ? document : undefined;
  const items = [
    { label: vscode.l10n.t('A short test message'), get: () => Promise.resolve(testMessage(from, to, new Date(), randomUUID())) },
    ...(usable
      ? [
          {
            label: vscode.l10n.t('The text of {0}', vscode.workspace.asRelativePath(usable.uri)),
            get: () => Promise.resolve(Buffer.from(usable.getText())),
          },
        ]
      : []),
    { label: vscode.l10n.t('Choose file…'), get: chooseFile },
  ];
  const options = { title: title(), placeHolder: vscode.l10n.t('Message to send'), ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.get();
}

function textOf(message: string, from: string, to: readonly string[]): Uint8Array {
  return message === '' ? testMessage(from, to, new Date(), randomUUID()) : Buffer.from(message);
}

async function chooseFile(): Promise<Uint8Array | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ title: title() })) ?? [];
  return file && vscode.workspace.fs.readFile(file);
}

/** '' for no login. */
async function askUser(): Promise<string | undefined> {
  const no = { label: vscode.l10n.t('Do not log in') };
  const yes = { label: vscode.l10n.t('Log in …') };
  const options = { title: title(), placeHolder: vscode.l10n.t('Login (AUTH)'), ignoreFocusOut: true };
  const picked = await vscode.window.showQuickPick([no, yes], options);
  if (picked === no) return '';
  return picked && ask(vscode.l10n.t('User name'), undefined, (t) => t !== '');
}

async function askPassword(user: string): Promise<{ user: string; password: string } | undefined> {
  const password = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('Password of {0}. It is used once, and kept nowhere.', user),
    password: true,
    ignoreFocusOut: true,
  });
  return password ? { user, password } : undefined;
}
