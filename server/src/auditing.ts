/** The request `postmaster/audit`: the security audit of the folder that a document lies in. */
import type { Connection } from 'vscode-languageserver';
import { auditOf } from './core/config/folder/audit';
import type { Folders } from './folders';
import { guarded, oneLine, type Log } from './guard';
import { AUDIT, type AuditParams, type AuditResult } from './protocol';
import type { SettingsSource } from './settings';
import { decoded } from './uris';

/** Answers `AUDIT`; undefined if no file of a mail folder is there. */
export function serveAudit(connection: Connection, folders: Folders, settings: SettingsSource, log: Log): void {
  connection.onRequest(
    AUDIT,
    guarded<AuditParams, AuditResult | null>(log, AUDIT, null, async ({ uri }) => {
      const folder = await folders.of(uri);
      if (folder.files.length === 0) return null;
      const { rules } = await settings.of(uri);
      const onBrokenRule = (rule: string, error: unknown): void => log(`rule ${rule} failed: ${oneLine(error)}`);
      return auditOf(folder, folderName(uri), { rules, onBrokenRule });
    }),
  );
}

function folderName(uri: string): string {
  return decoded(uri.slice(0, uri.lastIndexOf('/')).replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '')) || '/';
}
