/**
 * `error:` in virtusertable and mailertable (rulesets of m4/proto.m4; replies measured on sendmail 8.17.1). The two read it
 * differently: virtusertable takes a keyword of one word, mailertable a status with a colon or a text.
 */
import { t } from '@vscode/l10n';
import { nearest } from '../../suggest';
import type { Severity } from '../../problem';
import type { Token } from '../map/scanner';

/** The keywords of the error mailer, with the class of reply they stand for (sendmail/parseaddr.c). */
export const errorKeywords = ['nouser', 'nohost', 'unavailable', 'tempfail', 'protocol', 'usage', 'config'] as const;

export interface ErrorFault {
  readonly message: string;
  readonly severity?: Severity;
  /** What to write instead of the value. */
  readonly better?: string;
}

/** True if the value is for the error mailer. */
export function isError(value: Token): boolean {
  return /^error[ \t]*:/i.test(value.text);
}

/** What is wrong with an `error:` value of virtusertable. */
export function virtuserErrorFault(value: Token): ErrorFault | undefined {
  const text = value.text.replace(/^error[ \t]*:[ \t]*/i, '');
  const status = /^([245]\.\d{1,3}\.\d{1,3})(:?)[ \t]*(.*)/s.exec(text);
  if (status) return statusFault(status[1]!, status[2] === ':', status[3]!);
  if (/^\d{3}([ \t]|$)/.test(text)) {
    const message = t(
      'virtusertable needs a keyword or a status before the code; as it is, sendmail sends 553 5.3.0. Write error:nouser {0}.',
      text,
    );
    return { message, better: `error:nouser ${text}` };
  }
  const [, word = '', rest = ''] = /^([^ \t]*)[ \t]*(.*)/s.exec(text)!;
  const keyword = /^(\w+):/.exec(word)?.[1];
  if (keyword) {
    return {
      message: t('A blank, no colon, stands behind {0} here; as it is, the colon and the code become part of the text.', keyword),
      better: `error:${keyword} ${text.slice(keyword.length + 1).trim()}`,
    };
  }
  if (rest === '') {
    return {
      message: t('A text must follow: without one sendmail sends pieces of the rewriting rules. Write error:nouser 550 text.'),
    };
  }
  if (!(errorKeywords as readonly string[]).includes(word.toLowerCase())) {
    const near = nearest(word, errorKeywords)[0];
    const message = near
      ? t('The error mailer does not know {0}. Did you mean {1}?', word, near)
      : t('The error mailer does not know {0} and drops the word. The keywords are: {1}.', word, errorKeywords.join(', '));
    return { message, ...(near && { better: `error:${near} ${rest}` }) };
  }
  if (word.toLowerCase() === 'tempfail' && !/^4\d\d[ \t]/.test(rest)) {
    return {
      severity: 'error',
      message: t(
        'Without a code of 4xx before the text sendmail sends 553 5.3.0, a refusal for good. Write error:tempfail 451 text.',
      ),
      ...(!/^\d{3}/.test(rest) && { better: `error:tempfail 451 ${rest}` }),
    };
  }
  return undefined;
}

/** What is wrong with an `error:` value of mailertable. */
export function mailertableErrorFault(value: Token): ErrorFault | undefined {
  const text = value.text.replace(/^error[ \t]*:[ \t]*/i, '');
  if (text === '')
    return {
      message: t('A text must follow: without one sendmail sends pieces of the rewriting rules. Write error:5.1.2:550 text.'),
    };
  const status = /^([245]\.\d{1,3}\.\d{1,3})(:?)[ \t]*(.*)/s.exec(text);
  if (status) return statusFault(status[1]!, status[2] === ':', status[3]!);
  const word = /^(\w+)(?=[ \t]|$)/.exec(text)?.[1]?.toLowerCase();
  if (!word || !(errorKeywords as readonly string[]).includes(word)) return undefined;
  return {
    severity: 'info',
    message: t(
      "Keywords are for virtusertable: here '{0}' is sent as the first word of the text, behind 553 5.3.0. Write error:5.1.2:550 text.",
      word,
    ),
  };
}

function statusFault(status: string, colon: boolean, text: string): ErrorFault | undefined {
  if (!colon && text !== '') {
    return {
      message: t('A colon must follow the status {0}; as it is, part of it becomes the text.', status),
      better: `error:${status}:${text}`,
    };
  }
  if (text === '') return { message: t('A text must follow the status, as in error:{0}:550 text.', status) };
  if (/^\d{3}([ \t]|$)/.test(text)) return undefined;
  const code = status.startsWith('4') ? '450' : '550';
  return {
    // Written as a refusal for now, it is one for good.
    ...(code === '450' && { severity: 'error' as const }),
    message: t(
      'Without a reply code before the text {0} is lost: sendmail sends 553 5.3.0. Write error:{0}:{1} text.',
      status,
      code,
    ),
    better: `error:${status}:${code} ${text}`,
  };
}
