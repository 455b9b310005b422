import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import type { Token } from '../../map/scanner';
import type { AccessError, AccessLines } from '../model';

/** The parts of ERROR:D.S.N:NNN text. What the rulesets cannot read goes out as text behind 553 5.3.0 (measured on 8.17.1). */
export const errorSyntax: Rule<AccessLines> = {
  id: 'access/error-syntax',
  severity: 'warning',
  check(model, report) {
    for (const { action, value } of model.odd) {
      const fault = action?.kind === 'error' && value ? faultOf(action, value) : undefined;
      if (fault) report(fault);
    }
  },
};

function faultOf(action: AccessError, value: Token): Finding | undefined {
  const { code, text } = action;
  const all = { start: value.start, end: value.end };
  if (!code && text.text === '') {
    return {
      ...all,
      severity: 'error',
      message: t('ERROR: needs a code and a text, as in ERROR:5.7.1:550 text. Empty, it sends pieces of the rewriting rules.'),
    };
  }
  if (action.status) return statusFault(action, action.status) ?? codeFault(action, value);
  if (!code) return action.tagged ? untaggedFault(text, all) : undefined;
  return codeFault(action, value);
}

function statusFault({ code }: AccessError, status: Token): Finding | undefined {
  const span = { start: status.start, end: status.end };
  if (!/^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(status.text) || !/^[245]/.test(status.text)) {
    const message = t(
      '{0} is no enhanced status code: it has three numbers and begins with 5 (for good) or 4 (for now), as in 5.7.1.',
      status.text,
    );
    return { ...span, message };
  }
  if (code) return undefined;
  const reply = status.text.startsWith('4') ? '450' : '550';
  return {
    ...span,
    // A client takes 553 for a refusal for good, though one for now was written.
    severity: reply === '450' ? 'error' : 'warning',
    message: t(
      'Without a reply code before the text {0} is lost: sendmail sends 553 5.3.0. Write ERROR:{0}:{1} text.',
      status.text,
      reply,
    ),
    fixes: [
      {
        title: t('Write {0} before the text', reply),
        edits: [{ start: status.end + 1, end: status.end + 1, text: `${reply} ` }],
        preferred: true,
      },
    ],
  };
}

function codeFault({ code, text }: AccessError, value: Token): Finding | undefined {
  if (!code) return undefined;
  const span = { start: code.start, end: code.end };
  if (!/^[45]/.test(code.text)) {
    return {
      ...span,
      message: t(
        '{0} is no refusal to the client. A refusal has a reply code of 4xx (for now) or 5xx (for good), as 550.',
        code.text,
      ),
    };
  }
  if (text.text !== '') return undefined;
  const message = t('A text must follow the code {0}: alone it is sent as the text of 553 5.3.0.', code.text);
  return { start: value.start, end: value.end, message };
}

/** `ERROR:` with neither status nor code that sendmail could read. */
function untaggedFault(text: Token, all: { start: number; end: number }): Finding {
  const status = /^([245]\.\d{1,3}\.\d{1,3})(?:([ \t]+)(?=[^ \t])|$)/.exec(text.text);
  if (status) {
    const at = text.start + status[1]!.length;
    return {
      start: text.start,
      end: at,
      message: t('A colon must follow the status {0}: as it is, sendmail sends 553 5.3.0 with all of it as text.', status[1]!),
      fixes: status[2]
        ? [
            {
              title: t("Write ':' after {0}", status[1]!),
              edits: [{ start: at, end: at + status[2].length, text: ':' }],
              preferred: true,
            },
          ]
        : [],
    };
  }
  const quoted = /^(\d\.\d{1,3}\.\d{1,3}):/.exec(text.text)?.[1];
  if (quoted) {
    const from = text.start + quoted.length + 1;
    return {
      ...all,
      message: t('The quotes belong behind the status: as it is, sendmail sends 553 5.3.0 with all of it as text.'),
      fixes: [
        {
          title: t('Put the quotes behind the status'),
          edits: [
            { start: text.start - 1, end: text.start, text: '' },
            { start: from, end: from, text: '"' },
          ],
          preferred: true,
        },
      ],
    };
  }
  const short = /^\d{1,3}(?:\.\d{1,3}){0,3}(?=:)/.exec(text.text)?.[0];
  if (short?.includes('.')) {
    const message = t(
      '{0} is no enhanced status code: it has three numbers, as in 5.7.1. As it is, sendmail sends 553 5.3.0 with all of it as text.',
      short,
    );
    return { start: text.start, end: text.start + short.length, message };
  }
  const keyword = /^(nouser|nohost|unavailable|tempfail|protocol|usage|config)(?=[: \t]|$)/i.exec(text.text)?.[0];
  if (keyword) {
    return {
      start: text.start,
      end: text.start + keyword.length,
      message: t(
        'The word {0} is known to virtusertable only; here it becomes part of the text. Write a code: ERROR:5.1.1:550 text.',
        keyword,
      ),
    };
  }
  return {
    ...all,
    message: t('Without a reply code sendmail sends 553 5.3.0 and this text. Say which code it is: ERROR:5.7.1:550 text.'),
    fixes: [
      { title: t("Write '5.7.1:550' before the text"), edits: [{ start: text.start, end: text.start, text: '5.7.1:550 ' }] },
    ],
  };
}
