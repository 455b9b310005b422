/** The request `postmaster/redact`: a transcript in, the same without what must not be shown out. */
import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { readable, textOfBytes } from './core/bytes';
import type { Transcript } from './core/smtp/model';
import { readTranscript } from './core/smtp/reader';
import { redact } from './core/smtp/redact/redact';
import type { Documents } from './documents';
import { oneLine, type Log } from './guard';
import type { Host } from './host';
import { REDACT, type RedactParams, type RedactResult } from './protocol';

/** Answers `REDACT`. What the user can mend is an error with a message for him; anything else is one line in the log. */
export function serveRedacting(connection: Connection, documents: Documents, host: Host, log: Log): void {
  connection.onRequest(REDACT, async (params: RedactParams): Promise<RedactResult | ResponseError<never>> => {
    try {
      const transcript = await transcriptOf(params, documents, host);
      if (transcript.sessions.length === 0)
        return failed(t('No SMTP session was found in it, so nobody could say what is secret.'));
      const { text, edits, secrets } = redact(transcript, params.options);
      return { text, places: edits.length, secrets };
    } catch (error) {
      log(`${REDACT} failed: ${oneLine(error)}`);
      return failed(oneLine(error));
    }
  });
}

/** What the editor shows, as that is what the user wants to give away; else the file. */
async function transcriptOf({ uri, text }: RedactParams, documents: Documents, host: Host): Promise<Transcript> {
  const opened = text === undefined ? documents.get(uri) : undefined;
  if (opened?.language.id === 'smtp-transcript') return opened.model as Transcript;
  return readTranscript(text ?? documents.text(uri) ?? readable(textOfBytes(await host.read(uri))));
}

function failed(message: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
