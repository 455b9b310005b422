/** What is known of each code, command, keyword, parameter, mechanism and header field, as Markdown. */
import { t } from '@vscode/l10n';
import { code, explain, plain, type Explanation } from '../markdown';
import { enhancedClasses, enhancedCodes, enhancedSubjects, type EnhancedCode } from '../knowledge/enhancedCodes';
import { extensions, type Extension } from '../knowledge/extensions';
import { headers, type HeaderRow } from '../knowledge/headers';
import { mailParameters, type MailParameter } from '../knowledge/mailParameters';
import { replyClasses, replyCodes, type ReplyCode } from '../knowledge/replyCodes';
import { saslMechanisms, type SaslMechanism } from '../knowledge/sasl';
import { smtpCommands, type SmtpCommand } from '../knowledge/smtpCommands';

const byCode: ReadonlyMap<number, ReplyCode> = new Map(replyCodes.map((r) => [r.code, r]));
const byEnhanced: ReadonlyMap<string, EnhancedCode> = new Map(enhancedCodes.map((r) => [r.code, r]));
const byVerb: ReadonlyMap<string, SmtpCommand> = new Map(smtpCommands.map((r) => [r.verb, r]));
const byKeyword: ReadonlyMap<string, Extension> = new Map(extensions.map((r) => [r.keyword, r]));
const byParameter: ReadonlyMap<string, MailParameter> = new Map(mailParameters.map((r) => [r.name, r]));
const byMechanism: ReadonlyMap<string, SaslMechanism> = new Map(saslMechanisms.map((r) => [r.name, r]));
const byHeader: ReadonlyMap<string, HeaderRow> = new Map(headers.map((r) => [r[0].toLowerCase(), r]));
const headerFamilies = headers.filter((r) => r[0].endsWith('*')).map((r) => ({ row: r, start: r[0].slice(0, -1).toLowerCase() }));

export const commandOf = (verb: string): SmtpCommand | undefined => byVerb.get(verb.toUpperCase());
export const extensionOf = (keyword: string): Extension | undefined => byKeyword.get(keyword.toUpperCase());
export const parameterOf = (name: string): MailParameter | undefined => byParameter.get(name.toUpperCase());
export const mechanismOf = (name: string): SaslMechanism | undefined => byMechanism.get(name.toUpperCase());

/** The row of a header field; of its family, if only that is known. */
export function headerOf(name: string): HeaderRow | undefined {
  const wanted = name.toLowerCase();
  return byHeader.get(wanted) ?? headerFamilies.find((f) => wanted.startsWith(f.start))?.row;
}

/** What a hover or a glossary adds to an entry: what it means at this place, and what to do there. */
export interface Context {
  readonly here?: string;
  readonly todo?: string;
}

/** Puts an entry's texts together; what the context says goes before the general advice. */
function entry(e: Explanation, context: Context = {}): string {
  const here = [e.here, context.here].filter(Boolean).join('\n\n');
  const todo = context.todo ?? e.todo;
  return explain({ ...e, ...(here ? { here } : {}), ...(todo ? { todo } : {}) }, t('To do'));
}

/** What a reply code and its enhanced code are in a few words: `temporary refusal: not allowed`. */
export function replyInBrief(reply: number, enhanced?: string): string {
  const known = enhanced === undefined ? undefined : byEnhanced.get(detailOf(enhanced));
  const cls = enhancedClasses[Math.trunc(reply / 100)];
  if (known && known.code !== '0.0' && cls) return `${t(cls)}: ${t(known.what)}`;
  return t(byCode.get(reply)?.what ?? replyClasses[Math.trunc(reply / 100)]?.what ?? 'no SMTP reply code');
}

/** What to do about a reply, from its enhanced code, its code or its class. */
export function replyAdvice(reply: number, enhanced?: string): string | undefined {
  const known = enhanced === undefined ? undefined : byEnhanced.get(detailOf(enhanced));
  const todo = known?.todo ?? byCode.get(reply)?.todo ?? replyClasses[Math.trunc(reply / 100)]?.todo;
  return todo && t(todo);
}

/** Where a reply's code is defined; of the enhanced code, if that says more. */
export function replySource(reply: number, enhanced?: string): string {
  const detail = enhanced === undefined ? undefined : byEnhanced.get(detailOf(enhanced));
  return detail && detail.code !== '0.0' ? detail.rfc : (byCode.get(reply)?.source[0] ?? 'RFC 5321 4.2.1');
}

/**
 * A reply code with its enhanced code, if it has one: `451`, `451 4.7.1`. With a context its own text stands for the general
 * one. Undefined for numbers that no reply can have.
 */
export function replyEntry(reply: number, enhanced?: string, context: Context = {}): string | undefined {
  const row = byCode.get(reply);
  const cls = replyClasses[Math.trunc(reply / 100)];
  if (!row && !(cls && reply >= 200)) return undefined;
  const detail = enhanced === undefined ? undefined : byEnhanced.get(detailOf(enhanced));
  const general =
    detail && detail.code !== '0.0' ? t(detail.text) : t(row?.text ?? UNKNOWN_CODE) + (row ? '' : ' ' + t(cls!.text));
  const todo = replyAdvice(reply, enhanced);
  return entry(
    {
      title: [String(reply).padStart(3, '0'), enhanced].filter(Boolean).join(' '),
      what: plain(replyInBrief(reply, enhanced)),
      ...(context.here === undefined ? { here: general } : {}),
      ...(todo ? { todo } : {}),
      sources: [...(row?.source ?? ['RFC 5321 4.2.1']), ...(detail ? [detail.rfc] : [])],
    },
    context,
  );
}

const UNKNOWN_CODE = 'No RFC and no program known here has this code; clients act on its first digit.';

/** An enhanced status code alone: `4.7.1`, `X.7.1`, `5.7.X`. Undefined if it cannot be one. */
export function enhancedEntry(word: string): string | undefined {
  const m = /^([245X])\.(\d{1,3}|X)\.(\d{1,3}|X)$/i.exec(word);
  if (!m) return undefined;
  const [cls, subject, detail] = [m[1]!.toUpperCase(), m[2]!.toUpperCase(), m[3]!.toUpperCase()];
  const row = byEnhanced.get(`${subject}.${detail}`);
  const className = enhancedClasses[Number(cls)];
  const subjectName = enhancedSubjects[Number(subject)];
  if (subject !== 'X' && subjectName === undefined) return undefined;
  const parts = [className && t(className), row ? t(row.what) : subjectName && t('about {0}', t(subjectName))];
  const own =
    detail === 'X' || row ? undefined : t('This detail is not registered: programs and providers use numbers of their own.');
  const codes = row?.basic?.filter((b) => className === undefined || String(b).startsWith(cls)) ?? [];
  const basic = codes.length > 0 ? t('Comes with {0}.', codes.join(', ')) : undefined;
  const todo = row?.todo ?? replyClasses[Number(cls)]?.todo;
  return entry({
    title: `${cls}.${subject}.${detail}`,
    what: parts.filter(Boolean).join(': '),
    here: [row ? t(row.text) : own, basic].filter(Boolean).join(' '),
    ...(todo ? { todo: t(todo) } : {}),
    sources: [row?.rfc ?? 'RFC 3463 2'],
  });
}

/** A command. */
export function commandEntry(row: SmtpCommand, context?: Context): string {
  const status = row.status ? STATUS[row.status] : undefined;
  return entry(
    {
      title: row.verb,
      what: t(row.what) + (status ? ` (${t(status)})` : ''),
      here: `${code(row.syntax)}\n\n${t(row.text)}`,
      ...(row.todo ? { todo: t(row.todo) } : {}),
      sources: row.source,
    },
    context,
  );
}

const STATUS = {
  obsolete: 'obsolete',
  private: 'not standard',
  foreign: 'not SMTP',
  lmtp: 'LMTP only',
  draft: 'draft',
  experimental: 'experimental',
  rare: 'rare',
} as const;

/** A keyword of an EHLO reply. */
export function extensionEntry(row: Extension, context?: Context): string {
  const status = row.status ? STATUS[row.status] : undefined;
  const more = [
    row.value ? t('After it: {0}.', plain(row.value)) : '',
    row.parameters ? t('Brings {0}.', code(row.parameters)) : '',
    row.verbs && !(row.verbs.length === 1 && row.verbs[0] === row.keyword)
      ? t('Brings the command {0}.', row.verbs.map(code).join(', '))
      : '',
  ];
  return entry(
    {
      title: row.keyword,
      what: t('in an EHLO reply: {0}', t(row.what)) + (status ? ` (${t(status)})` : ''),
      here: [t(row.text), ...more].filter(Boolean).join(' '),
      sources: row.source,
    },
    context,
  );
}

/** A parameter of MAIL or RCPT. */
export function parameterEntry(row: MailParameter, context?: Context): string {
  return entry(
    {
      title: row.value ? `${row.name}=` : row.name,
      what: t('parameter of {0}: {1}', row.on.join(', '), t(row.what)),
      here: [
        t(row.text),
        row.value ? t('Value: {0}.', plain(row.value)) : '',
        t('Allowed where the EHLO reply lists {0}.', row.extension),
      ]
        .filter(Boolean)
        .join(' '),
      sources: row.source,
    },
    context,
  );
}

/** A login mechanism. */
export function mechanismEntry(row: SaslMechanism, context?: Context): string {
  const status = row.status ? STATUS[row.status] : undefined;
  return entry(
    {
      title: row.name,
      what: t('login mechanism: {0}', t(row.what)) + (status ? ` (${t(status)})` : ''),
      here: t(row.text),
      sources: row.source,
    },
    context,
  );
}

/** A header field, under the name the message has. */
export function headerEntry(row: HeaderRow, name = row[0], context?: Context): string {
  return entry({ title: plain(name), what: t('header field'), here: t(row[1]), sources: [row[2]] }, context);
}

/** `4.7.1` → `7.1`. */
function detailOf(enhanced: string): string {
  return enhanced.slice(enhanced.indexOf('.') + 1);
}
