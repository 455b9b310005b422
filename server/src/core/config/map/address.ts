/** Addresses and networks as the tables write them: whole octets or groups from the left, as sendmail 8.17.1 looks them up. */

/** What a key that looks like an address is. `prefixes` are the keys sendmail would find instead, where there are any. */
export type AddressForm =
  | { readonly kind: 'ipv4' | 'ipv6' }
  | { readonly kind: 'cidr' | 'range'; readonly prefixes: readonly string[] }
  | {
      readonly kind: 'trailing-dot' | 'leading-zero' | 'ipv6-compressed' | 'ipv6-untagged' | 'bracketed';
      readonly better: string | undefined;
    }
  | { readonly kind: 'not-an-address' };

/** At most this many keys are offered in place of a network. */
const MOST_PREFIXES = 16;

const DIGITS = /^\d{1,3}$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** What kind of address `text` is, or undefined if it is none (a name, say). Linear in it. */
export function addressForm(text: string): AddressForm | undefined {
  if (text.length > 100 || !/^[\dA-Fa-f:[Ii]/.test(text) || text.includes('@')) return undefined;
  if (text.startsWith('[')) return bracketForm(text);
  if (/^\d[\d.]*$/.test(text)) return ipv4Form(text);
  if (/^\d[\d.]*\/[\d.]+$/.test(text)) return networkForm(text);
  if (/^\d[\d.]*-[\d.]+$/.test(text)) return rangeForm(text);
  if (/^\d+\.[\d.]+:\d+$/.test(text)) return { kind: 'not-an-address' };
  return ipv6Form(text);
}

function bracketForm(text: string): AddressForm | undefined {
  const inner = addressForm(text.slice(1, text.endsWith(']') ? -1 : undefined));
  if (!inner) return undefined;
  return { kind: 'bracketed', better: bestKey(text.slice(1, text.endsWith(']') ? -1 : undefined), inner) };
}

/** The key sendmail finds for what `form` says of `text`, if there is exactly one. */
function bestKey(text: string, form: AddressForm): string | undefined {
  if (form.kind === 'ipv4' || form.kind === 'ipv6') return text;
  if (form.kind === 'cidr' || form.kind === 'range') return form.prefixes.length === 1 ? form.prefixes[0] : undefined;
  return 'better' in form ? form.better : undefined;
}

function ipv4Form(text: string): AddressForm {
  const octets = text.split('.');
  const dotted = octets.at(-1) === '';
  if (dotted) octets.pop();
  if (octets.length > 4 || octets.some((o) => !DIGITS.test(o) || Number(o) > 255)) return { kind: 'not-an-address' };
  const better = octets.map(Number).join('.');
  if (dotted) return { kind: 'trailing-dot', better };
  return better === text ? { kind: 'ipv4' } : { kind: 'leading-zero', better };
}

function networkForm(text: string): AddressForm {
  const [address = '', mask = ''] = text.split('/');
  const octets = octetsOf(address);
  const bits = mask.includes('.') ? bitsOfMask(mask) : Number(mask);
  if (!octets || bits === undefined || bits > 32) return { kind: 'cidr', prefixes: [] };
  const size = 2 ** (32 - bits);
  const start = Math.floor(valueOf(octets) / size) * size;
  return { kind: 'cidr', prefixes: prefixesOf(start, start + size - 1) };
}

function rangeForm(text: string): AddressForm {
  const [from = '', to = ''] = text.split('-');
  const low = octetsOf(from);
  const high = octetsOf(to);
  if (!low || !high) return { kind: 'range', prefixes: [] };
  // 10.1.2.3-9 counts in the last octet alone.
  const end = high.length === 1 && low.length > 1 ? [...low.slice(0, -1), high[0]!] : high;
  const span = 256 ** (4 - end.length) - 1;
  return { kind: 'range', prefixes: prefixesOf(valueOf(low), valueOf(end) + span) };
}

/** The keys of whole octets that together are the addresses from `start` to `end`; none if there are too many. */
function prefixesOf(start: number, end: number): string[] {
  const keys: string[] = [];
  for (let at = start; at <= end;) {
    let octets = 4;
    while (octets > 1 && at % 256 ** (5 - octets) === 0 && at + 256 ** (5 - octets) - 1 <= end) octets--;
    keys.push(octetsAt(at).slice(0, octets).join('.'));
    if (keys.length > MOST_PREFIXES) return [];
    at += 256 ** (4 - octets);
  }
  return keys;
}

function octetsOf(text: string): number[] | undefined {
  const parts = text.replace(/\.$/, '').split('.');
  if (parts.length > 4 || parts.some((o) => !DIGITS.test(o) || Number(o) > 255)) return undefined;
  return parts.map(Number);
}

/** The address as a number; octets that are not written count as 0. */
function valueOf(octets: readonly number[]): number {
  return [0, 1, 2, 3].reduce((sum, i) => sum * 256 + (octets[i] ?? 0), 0);
}

function octetsAt(value: number): number[] {
  return [3, 2, 1, 0].map((i) => Math.floor(value / 256 ** i) % 256);
}

/** The bits of a netmask such as 255.255.240.0, or undefined if it is none. */
function bitsOfMask(mask: string): number | undefined {
  const octets = octetsOf(mask);
  if (!octets) return undefined;
  const bits = valueOf(octets).toString(2).padStart(32, '0');
  const ones = bits.indexOf('0');
  if (ones < 0) return 32;
  return bits.indexOf('1', ones) < 0 ? ones : undefined;
}

/** IPv6 addresses and prefixes: `IPv6:` and whole groups without leading zeros, as sendmail writes them (IPV6_FULL). */
function ipv6Form(text: string): AddressForm | undefined {
  const tagged = /^IPv6:/i.test(text);
  const bare = tagged ? text.slice(5) : text;
  const [address = '', mask] = bare.split('/');
  if (!/^[0-9a-f:.]*$/i.test(address) || (!tagged && (!address.includes(':') || !/^[0-9a-f]*:[0-9a-f]*:/i.test(address))))
    return undefined;
  if (mask !== undefined) return { kind: 'cidr', prefixes: ipv6Prefix(address, Number(mask)) };
  const better = fullIpv6(address);
  if (!tagged) return { kind: 'ipv6-untagged', better: better && `IPv6:${better}` };
  if (address.endsWith(':') && !address.endsWith('::')) return { kind: 'trailing-dot', better: better && `IPv6:${better}` };
  if (address === '') return { kind: 'trailing-dot', better: 'IPv6' };
  if (better === undefined) return { kind: 'not-an-address' };
  if (better.toLowerCase() !== address.toLowerCase()) return { kind: 'ipv6-compressed', better: `IPv6:${better}` };
  return { kind: 'ipv6' };
}

/** All groups written out, without leading zeros; a prefix stays one. Undefined if it is no address. */
function fullIpv6(address: string): string | undefined {
  const [head = '', tail, ...more] = address.split('::');
  if (more.length > 0) return undefined;
  const left = groupsOf(head.replace(/:$/, ''));
  const right = tail === undefined ? [] : groupsOf(tail);
  if (!left || !right || left.length + right.length > 8) return undefined;
  if (tail === undefined) return left.join(':');
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right].join(':');
}

function groupsOf(text: string): string[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  return groups.every((g) => GROUP.test(g)) ? groups.map((g) => g.replace(/^0+(?=.)/, '')) : undefined;
}

function ipv6Prefix(address: string, bits: number): string[] {
  const full = fullIpv6(address.endsWith('::') ? address : address.includes('::') ? address : `${address}::`);
  if (!full || !(bits > 0 && bits <= 128) || bits % 16 !== 0) return [];
  return [
    `IPv6:${full
      .split(':')
      .slice(0, bits / 16)
      .join(':')}`,
  ];
}
