/** Addresses of rules: what tcpserver looks up (tcprules(1) of ucspi-tcp 0.88, tried on the real program). */
import { t } from '@vscode/l10n';
import { addressForm } from '../map/address';

export interface AddressFault {
  readonly message: string;
  readonly better?: readonly string[];
}

/** Why a rule for `address` is never found, or undefined if it may be. */
export function addressFault(address: string): AddressFault | undefined {
  if (/^[ \t]|[ \t]$/.test(address)) {
    return {
      message: t(
        'The blank belongs to the address, which never matches with it. Write no blanks beside the colon or before the address.',
      ),
      better: [address.trim()],
    };
  }
  // user@… is asked for as well; what follows the @ has the same forms.
  const place = address.slice(address.lastIndexOf('@') + 1);
  const prefix = address.slice(0, address.length - place.length);
  if (place === '' || place.startsWith('=')) return undefined;
  const range = /^(?:\d+\.){0,3}(\d+)-(\d+)(\.?)$/.exec(place);
  if (range) return rangeFault(place, range);
  const form = addressForm(place.replace(/\.$/, ''));
  if (form?.kind === 'cidr') {
    return {
      message: t('{0} never matches: a network is a prefix that ends in a dot.', place),
      better: form.prefixes.map((p) => prefix + (p.split('.').length === 4 ? p : `${p}.`)),
    };
  }
  if (form?.kind === 'range' || place.includes('*'))
    return {
      message: t('{0} never matches: a network is a prefix that ends in a dot, a range 10.2-3. or 1.2.3.4-9.', place),
      better: starPrefix(place, prefix),
    };
  if (form?.kind === 'not-an-address') return { message: t('{0} is no address: at most four octets from 0 to 255.', place) };
  if (form?.kind === 'leading-zero')
    return { message: t('{0} never matches: addresses are written without leading zeros.', place) };
  const octets = place.replace(/\.$/, '').split('.').length;
  if (form?.kind === 'ipv4') {
    if (octets < 4 && !place.endsWith('.'))
      return { message: t('{0} never matches: a network ends in a dot.', place), better: [`${prefix}${place}.`] };
    if (octets === 4 && place.endsWith('.'))
      return { message: t('{0} never matches: a whole address has no final dot.', place), better: [prefix + place.slice(0, -1)] };
    return undefined;
  }
  return {
    message: t('{0} never matches: a name begins with =, as in ={1}.', place, place.replace(/^\*?\.?/, '')),
    better: [`${prefix}=${place}`],
  };
}

function starPrefix(place: string, prefix: string): string[] {
  const rest = /^((?:\d+\.)+)\*[.*]*$/.exec(place)?.[1];
  return rest ? [prefix + rest] : [];
}

function rangeFault(place: string, [, low, high, dot]: RegExpExecArray): AddressFault | undefined {
  const octets = place.replace(/\.$/, '').split('.').length;
  if (Number(low) > Number(high)) return { message: t('{0} is empty: the smaller number stands first.', place) };
  if (Number(high) > 255) return { message: t('{0} goes beyond 255.', place) };
  if (octets < 4 && dot === '')
    return { message: t('{0} never matches: a network ends in a dot.', place), better: [`${place}.`] };
  return undefined;
}
