/** A verdict in plain words: what the thing in the middle did, what that means for the mail, what to try next. */
import { t } from '@vscode/l10n';
import { remedies } from '../knowledge/remedies';
import type { Evidence, SessionPair, Verdict } from './report';

interface Deed {
  readonly shows: (evidence: Evidence) => boolean;
  readonly say: () => string;
}

/** What the thing in the middle did, by the signs that show it. */
const DEEDS: readonly Deed[] = [
  { shows: (e) => isFate(e) && isTold(e, '2'), say: () => t('hides from the client what became of the mail') },
  { shows: (e) => isFate(e) && !isTold(e, '2'), say: () => t('refuses mail itself') },
  by(
    /banner|canned|capability-reordered|data-answered|answered-early|final-reply|reply-|enhanced-code|ehlo-greeting|voice|starttls-refused/,
    () => t('answers for the server'),
  ),
  by(/capability-(?:withheld|masked)|starttls-withheld|refusal-unheard/, () => t('withholds what the server offers')),
  by(/capability-(?:added|value)/, () => t('offers what the server does not')),
  by(/tls-on-one-side/, () => t('speaks TLS with one side only')),
  by(/tls-never/, () => t('does not let TLS through')),
  by(/command-(?:rewritten|respelt|withheld|reordered)|parameters|echo/, () => t("changes the client's commands")),
  by(/rset-in|repeated|keep-alive|command-inserted|count-differs|session-split/, () => t('sends commands of its own')),
  by(/held-on/, () => t('delays what passes')),
  by(/header|body|footer|eight-bit|line-ends|dots|size/, () => t('changes the mail')),
];

function by(rules: RegExp, say: () => string): Deed {
  return { shows: (e) => rules.test(e.rule), say };
}

function isFate(evidence: Evidence): boolean {
  return evidence.rule === 'compare/message-fate-differs';
}

/** The verdict as a sentence. */
export function summaryOf(verdict: Verdict, evidence: readonly Evidence[], product: string | undefined): string {
  if (verdict === 'none') return t('No sign of anything between this client and this server.');
  const signs = evidence.filter((e) => e.weight !== 'neutral');
  const deeds = DEEDS.filter((d) => signs.some(d.shows)).map((d) => d.say());
  const done = deeds.length === 0 ? t('interferes') : listOf(deeds.slice(0, MOST_DEEDS));
  const sentence =
    verdict === 'certain'
      ? t('Something between this client and this server {0}.', done)
      : verdict === 'likely'
        ? t('Something between this client and this server probably {0}.', done)
        : t('Too few signs to say whether something between this client and this server {0}.', done);
  return product === undefined ? sentence : `${sentence} ${t('It behaves like {0}.', product.replace(/^A /, 'a '))}`;
}

const MOST_DEEDS = 3;

function listOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return t('{0} and {1}', words.slice(0, -1).join(', '), words.at(-1)!);
}

/** What is lost or at risk, in sentences. Empty where nothing was found. */
export function meaningOf(evidence: readonly Evidence[]): string[] {
  const signs = evidence.filter((e) => e.weight !== 'neutral');
  const has = (rule: string): boolean => signs.some((e) => e.rule === `compare/${rule}`);
  const meaning: string[] = [];
  const lost = signs.filter(isFate);
  if (lost.some((e) => isTold(e, '2') && e.server))
    meaning.push(t('The message is lost: the server refused it, the client takes it as sent, the sender gets no report.'));
  else if (lost.some((e) => isTold(e, '2')))
    meaning.push(t('The message is lost: the client takes it as sent, the server never got it.'));
  else if (lost.length > 0) meaning.push(t('The client was told of a failure that the server did not report.'));
  if (has('starttls-withheld') || has('starttls-refused'))
    meaning.push(t('Passwords and mail travel in clear text although the server offers TLS.'));
  if (has('tls-on-one-side')) meaning.push(t('The encryption ends on the way: what stands there can read passwords and mail.'));
  if (has('tls-never-completed')) meaning.push(t('Clients that insist on TLS cannot send; others wait until they give up.'));
  if (has('rset-in-place-of-data') || has('transaction-repeated'))
    meaning.push(
      t('The message is held on the way until it is complete: the client hears an answer before the server gave one.'),
    );
  else if (has('data-answered-elsewhere') || has('final-reply-differs'))
    meaning.push(t('What the client hears of its message is not what the server said.'));
  if (has('canned-capabilities'))
    meaning.push(t('The client never hears what the servers themselves offer, perhaps TLS and logins among it.'));
  if (has('held-on-the-way'))
    meaning.push(t('Clients wait longer than the server needs; one with a short time-out gives up and sends again.'));
  if (has('reply-code-differs')) meaning.push(t('The client acts on answers that the server did not give.'));
  if (has('header-added') || has('header-changed') || has('body-changed') || has('footer-added') || has('scanner-header'))
    meaning.push(t('The mail is read and changed on the way. A signature over it (DKIM, S/MIME, PGP) may no longer be valid.'));
  if (has('eight-bit-changed')) meaning.push(t('Characters beyond ASCII are lost.'));
  if (has('line-ends-changed')) meaning.push(t('A server that insists on CR LF refuses such mail.'));
  if (has('dots-changed')) meaning.push(t('A line of the message that is a dot alone could end it early, or be lost.'));
  if (has('command-rewritten') || has('command-withheld') || has('parameters-changed'))
    meaning.push(t('Some commands do not reach the server as the client gives them.'));
  if (has('banner-masked')) meaning.push(t('The client cannot see which server it speaks to.'));
  const withheld = signs
    .filter((e) => e.rule === 'compare/capability-withheld' || e.rule === 'compare/capability-masked')
    .map((e) => e.message)
    .join(' ');
  for (const [keyword, say] of LOSSES) if (new RegExp(`\\b${keyword}\\b`).test(withheld)) meaning.push(say());
  if (meaning.length === 0 && signs.length > 0)
    meaning.push(t('These logs show no loss. But what reads the dialogue and writes it anew can change more than that.'));
  return meaning;
}

function isTold(evidence: Evidence, digit: string): boolean {
  return evidence.client?.text.startsWith(digit) ?? false;
}

const LOSSES: readonly (readonly [string, () => string])[] = [
  ['AUTH', () => t('The client cannot log in.')],
  ['8BITMIME', () => t('Without 8BITMIME the client must recode characters beyond ASCII.')],
  ['SMTPUTF8', () => t('Without SMTPUTF8 addresses beyond ASCII cannot be used.')],
  ['SIZE', () => t('Without SIZE a message that is too long is refused only after it was sent.')],
  ['DSN', () => t('Without DSN no report of delivery can be asked for.')],
  ['ENHANCEDSTATUSCODES', () => t('Without ENHANCEDSTATUSCODES refusals are harder to understand.')],
  ['PIPELINING', () => t('Without PIPELINING each command waits for its answer: slower, harmless.')],
];

/** What to try next, in sentences. */
export function nextOf(verdict: Verdict, evidence: readonly Evidence[], product: string | undefined): string[] {
  const signs = evidence.filter((e) => e.weight !== 'neutral');
  const next: string[] = [];
  const isTls = signs.some((e) => e.rule === 'compare/tls-on-one-side');
  const remedy = product === undefined ? undefined : remedies.find((r) => new RegExp(r.product, 'i').test(product));
  if (remedy) next.push(t(remedy.text));
  else if (isTls) next.push(t('See whether a TLS tunnel or a firewall that opens TLS stands between them on purpose.'));
  else
    next.push(
      t("On the client's machine, switch off mail scanning by a shield or virus scanner, one at a time, and send again."),
    );
  if (!remedy && signs.some((e) => /masked|starttls|capability-withheld/.test(e.rule)))
    next.push(t('If a Cisco firewall stands between, try `no inspect esmtp`.'));
  next.push(t('Send once on port 587 with TLS and compare again: what cannot read the dialogue cannot change it.'));
  if (verdict === 'possible') next.push(t('Record the same session on both sides at the same time and compare again.'));
  else
    next.push(
      t(
        'Find out which address the client connected to and which address the server saw, and ask who owns the device between them.',
      ),
    );
  return next;
}

/** What a comparison without a sign does not prove. */
export function notProved(): string[] {
  return [
    t('What relays below SMTP leaves no sign: NAT, a TCP balancer, a tunnel.'),
    t('A reader that changes nothing leaves none either. Without TLS, anyone on the path can read the mail.'),
    t('Other sessions may take another way. Some proxies act only on port 25, on long mail or on a virus.'),
  ];
}

/** How to be surer after a comparison without a sign. */
export function toBeSurer(pairs: readonly SessionPair[]): string[] {
  const next: string[] = [];
  if (pairs.some((p) => p.sameConnection === 'no'))
    next.push(t('The logs tell of two attempts: record both sides of one and compare again.'));
  if (pairs.every((p) => p.looked.every((l) => l.result !== 'equal' || l.part !== 'message')))
    next.push(
      t("Compare logs that show the message's text on both sides: a proxy that changes only the mail shows nowhere else."),
    );
  if (pairs.every((p) => p.looked.every((l) => l.result !== 'equal' || l.part !== 'tls')))
    next.push(t('Compare a session with STARTTLS: a proxy that withholds it shows at once.'));
  return next;
}
