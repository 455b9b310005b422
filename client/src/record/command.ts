/** The command Record SMTP Session: sends one message and keeps what went over the wire. Nothing is sent before the user agreed. */
import { hostname } from 'node:os';
import * as vscode from 'vscode';
import { recordSession, type DoubtfulCertificate, type Recording } from '../../../server/src/record/record';
import type { RecordRequest } from '../../../server/src/record/request';
import { askRequest, tlsText, type RecordArguments } from './ask';

/** Asks, sends, and shows the recording. Gives its document, if there is one. */
export async function recordCommand(given: RecordArguments = {}): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.isTrusted) {
    const manage = vscode.l10n.t('Manage Workspace Trust');
    const text = vscode.l10n.t('Sessions are recorded in trusted workspaces only: recording sends mail from this machine.');
    if ((await vscode.window.showWarningMessage(text, manage)) === manage)
      await vscode.commands.executeCommand('workbench.trust.manage');
    return undefined;
  }
  const request = await askRequest(given);
  if (!request || !(await agreed(request))) return undefined;
  const title = vscode.l10n.t('Recording a session with {0}', request.host);
  const recording = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      const onLine = (who: string, text: string): void => progress.report({ message: `${who} ${text}`.slice(0, 80) });
      return recordSession(request, { signal: controller.signal, trust, onLine });
    },
  );
  return show(recording, request);
}

/** Says what will be sent where, and asks. */
async function agreed({ host, port, tls, from, to, message, name, login }: RecordRequest): Promise<boolean> {
  const { t } = vscode.l10n;
  const lines = [
    t('Server: {0}, port {1}. {2}.', host, port, tlsText(tls)),
    t('Sender: <{0}>. Recipients: {1}.', from, to.map((a) => `<${a}>`).join(', ')),
    t('Message: {0} bytes.', message.length),
    login === undefined
      ? t('No login.')
      : tls === 'none'
        ? t('Login as {0}: the password goes over the network in clear text.', login.user)
        : t('Login as {0}, under TLS only. The password is not recorded.', login.user),
    t('This machine calls itself {0}.', name ?? (hostname().includes('.') ? hostname() : t('by its address'))),
    t('Nothing else is sent, and nothing to anybody else.'),
  ];
  const send = t('Send and Record');
  const question = t('Send a message to {0} through {1}?', to.join(', '), host);
  return (await vscode.window.showWarningMessage(question, { modal: true, detail: lines.join('\n') }, send)) === send;
}

async function trust({ reason, subject, issuer, validTo, fingerprint }: DoubtfulCertificate): Promise<boolean> {
  const { t } = vscode.l10n;
  const goOn = t('Go On');
  const detail = [
    t('Issued for {0} by {1}, valid until {2}.', subject, issuer, validTo),
    t('SHA-256: {0}', fingerprint),
    t('Anybody could be at the other end. So far nothing was sent but the name of this machine.'),
  ].join('\n');
  const text = t("The server's certificate is not valid: {0}.", reason);
  return (await vscode.window.showWarningMessage(text, { modal: true, detail }, goOn)) === goOn;
}

async function show({ ending, detail, transcript }: Recording, { host, port }: RecordRequest): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  if (ending === 'unreachable') {
    void vscode.window.showErrorMessage(t('No connection to {0}, port {1}: {2}', host, port, detail));
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'smtp-transcript', content: transcript });
  await vscode.window.showTextDocument(document, { preview: false });
  const told = {
    accepted: () => t('The server took the message: {0}', detail),
    refused: () => t('The server refused: {0}', detail),
    distrusted: () => t('Ended, because the certificate is not valid: {0}', detail),
    failed: () => t('The session broke off: {0}', detail),
    cancelled: () => t('The recording was cancelled.'),
  }[ending]();
  void offerComparison(told, document.uri);
  return document.uri;
}

async function offerComparison(told: string, uri: vscode.Uri): Promise<void> {
  const compare = vscode.l10n.t('Compare with …');
  if ((await vscode.window.showInformationMessage(told, compare)) === compare)
    await vscode.commands.executeCommand('postmaster.compareSessions', uri.toString());
}
