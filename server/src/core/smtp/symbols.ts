/** The outline of a transcript: session → transactions → message. */
import { t } from '@vscode/l10n';
import { SymbolKind } from '../kinds';
import type { OutlineNode } from '../language';
import type { Span } from '../text';
import type { DataEvent, Session, Transcript } from './model';
import { envelopeOf, mailOf, outcomeOf, partiesOf } from './summary';
import { transactionsOf, type Transaction } from './transactions';

/** With more sessions only they are listed, and not what is in them: an editor draws no tree of a hundred thousand nodes. */
const MOST_OPENED = 5000;

/** One node a session, in the order of their first lines. */
export function symbols(model: Transcript): OutlineNode[] {
  const opened = model.sessions.length <= MOST_OPENED;
  return model.sessions.map((session) => {
    const transactions = transactionsOf(session);
    const first = session.events.find((e) => e.kind !== 'note') ?? session.events[0]!;
    return {
      name: partiesOf(session),
      detail: mailOf(session, transactions),
      kind: SymbolKind.Module,
      span: { start: session.start, end: session.end },
      selection: { start: first.start, end: first.end },
      ...(opened && { children: transactions.map((transaction) => transactionNode(session, transaction)) }),
    };
  });
}

function transactionNode(session: Session, transaction: Transaction): OutlineNode {
  const { events } = session;
  const mail = events[transaction.first]!;
  const data = transaction.data === undefined ? undefined : (events[transaction.data] as DataEvent);
  const { start } = mail;
  const end = Math.max(mail.end, events[transaction.last]!.end, data?.end ?? 0);
  return {
    name: envelopeOf(transaction),
    detail: outcomeOf(session, transaction),
    kind: SymbolKind.Package,
    span: { start, end },
    selection: { start: mail.start, end: mail.end },
    ...(data && { children: [messageNode(data)] }),
  };
}

function messageNode(data: DataEvent): OutlineNode {
  const span: Span = { start: data.start, end: data.end };
  const subject = headerOf(data, 'subject') ?? headerOf(data, 'message-id');
  const detail = data.hidden ? t('text not in the log') : t('{0} lines', data.lines.length);
  return { name: subject ? t('Message: {0}', subject) : t('Message'), detail, kind: SymbolKind.File, span, selection: span };
}

/** The text of a header field up to its first fold, '' being none. */
function headerOf(data: DataEvent, name: string): string | undefined {
  for (const line of data.lines) {
    if (line === '') return undefined;
    const colon = line.indexOf(':');
    if (colon === name.length && line.slice(0, colon).toLowerCase() === name) return line.slice(colon + 1).trim() || undefined;
  }
  return undefined;
}
