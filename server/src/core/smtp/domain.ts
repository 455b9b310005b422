/** Host names and addresses in brackets, as SMTP writes them (RFC 5321 2.3.5, 4.1.2, 4.1.3; RFC 1035 2.3.4). */
import { t } from '@vscode/l10n';

/** Octets of a label and of a whole name. */
const LABEL = 63;
const NAME = 255;

/** What is wrong with a domain, in words for the user; undefined if nothing is. Underscores are let pass. Linear. */
export function domainFault(domain: string): string | undefined {
  if (domain.length > NAME) return t('A name of {0} characters. 255 is the most.', domain.length);
  for (const label of domain.split('.')) {
    if (label === '') return t('A dot at the edge of the domain, or two dots in a row.');
    if (label.length > LABEL) return t('A part of {0} characters between dots. 63 is the most.', label.length);
    if (label.startsWith('-') || label.endsWith('-')) return t('A hyphen at the edge of a part.');
  }
  const odd = /[^A-Za-z0-9._-]/.exec(domain)?.[0];
  if (odd === undefined) return undefined;
  if (odd > '\x7f') return t('Letters outside ASCII. Write the name in its xn-- form.');
  return t(
    '{0} may not stand in a domain.',
    odd === ' ' ? t('A blank') : odd < ' ' || odd === '\x7f' ? t('A control character') : odd,
  );
}

/** What is wrong with an address in brackets; undefined if nothing is, or if it is no address but words in its place. */
export function addressLiteralFault(literal: string): string | undefined {
  if (!literal.endsWith(']')) return t('The bracket of the IP address is not closed.');
  const inside = literal.slice(1, -1);
  if (/^IPv6:/i.test(inside))
    return isIpv6(inside.slice(5))
      ? undefined
      : t('{0} is no IPv6 address. It is written as [IPv6:2001:db8::1].', inside.slice(5));
  if (/^[\d.]+$/.test(inside))
    return isIpv4(inside) ? undefined : t('{0} is no IPv4 address: it has four numbers from 0 to 255.', inside);
  if (isIpv6(inside)) return t('An IPv6 address in brackets says so: [IPv6:{0}].', inside);
  return undefined;
}

/** True for an IP address without brackets, of either kind. */
export function isPlainAddress(name: string): boolean {
  return isIpv4(name) || (name.includes(':') && isIpv6(/^IPv6:/i.test(name) ? name.slice(5) : name));
}

/** Four numbers from 0 to 255. */
export function isIpv4(text: string): boolean {
  if (text.length > 15) return false;
  const parts = text.split('.');
  return parts.length === 4 && parts.every((p) => /^\d{1,3}$/.test(p) && Number(p) <= 255);
}

/** Eight groups of hexadecimal digits, or fewer with `::` once; an IPv4 address may stand for the last two. */
function isIpv6(text: string): boolean {
  if (text.length > 45 || !text.includes(':')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const v4 = last?.includes('.') === true;
  if (v4) groups.pop();
  if (!groups.every((g) => /^[0-9a-f]{1,4}$/i.test(g)) || (v4 && !isIpv4(last))) return false;
  const count = groups.length + (v4 ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}
