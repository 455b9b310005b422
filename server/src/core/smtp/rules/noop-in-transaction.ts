import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** NOOP between an accepted recipient and the message. */
export const noopInTransaction: Rule<Transcript> = {
  id: 'smtp/noop-in-transaction',
  severity: 'info',
  source: 'RFC 5321 4.1.1.9',
  check(transcript, report) {
    const told = new Set<unknown>();
    eachCommand(transcript, ['NOOP'], ({ session, command, state }) => {
      if (state.open !== true || state.accepted === 0 || told.has(session)) return;
      told.add(session);
      report({
        start: command.start,
        end: command.end,
        message: t(
          'NOOP between the recipients and the message. Mail programs go on at once; a program between client and server keeps the connection alive so while it waits for the message.',
        ),
      });
    });
  },
};
