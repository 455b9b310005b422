/** Variables that a rule of tcp.smtp may set, and who looks at them: qmail-smtpd(8), rblsmtpd(1), tcp-environ(5). */

export interface TcpVariableRow {
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const tcpVariables: readonly TcpVariableRow[] = [
  { name: 'RELAYCLIENT', text: 'The client may send to any address; the value is put behind each recipient.', source: 'qmail-smtpd(8)' },
  { name: 'RBLSMTPD', text: 'rblsmtpd refuses with this text and looks at no list; empty, it lets the client through.', source: 'rblsmtpd(1)' },
  { name: 'DATABYTES', text: 'The largest message in bytes; 0 means no limit.', source: 'qmail-smtpd(8)' },
  { name: 'QMAILQUEUE', text: 'The program that takes the message instead of qmail-queue.', source: 'qmail with the QMAILQUEUE patch, netqmail' },
  { name: 'TCPREMOTEHOST', text: 'The name of the client, as if DNS had given it.', source: 'tcp-environ(5)' },
  { name: 'TCPREMOTEINFO', text: 'What the client said of itself by IDENT.', source: 'tcp-environ(5)' },
  { name: 'TCPLOCALHOST', text: 'The name of this host in the greeting.', source: 'tcp-environ(5)' },
];
