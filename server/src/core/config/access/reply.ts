/** The reply a client gets to read (measured on sendmail 8.17.1, rulesets check_relay, check_mail and check_rcpt). */
import type { AccessAction } from './model';

/** Code and text of the refusal, or undefined for an action that refuses nothing. `tag` is the entry's, if it has one. */
export function replyOf(
  action: AccessAction,
  tag: string | undefined,
): { code: string; status: string; text: string } | undefined {
  switch (action.kind) {
    case 'word':
      if (action.word === 'SKIP') return { code: '553', status: '5.3.0', text: 'SKIP' };
      if (action.word !== 'REJECT') return undefined;
      return tag === 'To'
        ? { code: '550', status: '5.2.1', text: 'Mailbox disabled for this recipient' }
        : { code: '550', status: '5.7.1', text: 'Access denied' };
    case 'quarantine':
      return action.reason ? undefined : { code: '553', status: '5.3.0', text: 'QUARANTINE' };
    case 'error':
      if (!action.code || action.text.text === '')
        return { code: '553', status: '5.3.0', text: action.code?.text ?? action.text.text };
      return { code: action.code.text, status: statusOf(action), text: action.text.text };
    case 'text':
      return { code: '553', status: '5.3.0', text: action.text.text };
  }
}

function statusOf({ code, status, inner }: Extract<AccessAction, { kind: 'error' }>): string {
  const given = inner?.text ?? status?.text ?? '';
  return /^[245]\.\d{1,3}\.\d{1,3}$/.test(given) ? given : `${code!.text[0]}.0.0`;
}
