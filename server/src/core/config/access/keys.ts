/** Keys that sendmail never finds, and why: what it asks for has another form (rulesets D, A, F and U of m4/proto.m4, 8.17.1). */
import { t } from '@vscode/l10n';
import type { Severity } from '../../problem';
import type { AccessEntry } from './model';

/** Why a key is never found; the rule of the same name reports it. */
export const keyFaultKinds = [
  'cidr',
  'range',
  'trailing-dot',
  'wildcard',
  'ipv6-form',
  'bracketed-address',
  'bad-address',
  'leading-dot',
  'leading-at',
  'key-punctuation',
  'empty-key',
  'wrong-kind-of-key',
] as const;

export type KeyFaultKind = (typeof keyFaultKinds)[number];

export interface KeyFault {
  readonly kind: KeyFaultKind;
  readonly message: string;
  /** Where it is less than a key that is never found. */
  readonly severity?: Severity;
  /** What to write after the tag instead, one line each, where that is certain. */
  readonly better?: readonly string[];
  /** Another tag, where the key belongs under it. */
  readonly tag?: string;
}

/** Why sendmail never finds the key of `entry`, or undefined if it may. Tags nobody looks up are not looked at. */
export function keyFault(entry: AccessEntry): KeyFault | undefined {
  const { row, tag, subject } = entry;
  if (tag && !row) return undefined;
  const kind = row?.keyKind;
  if (kind === 'free') return undefined;
  if (subject.text === '') return emptyKey(entry);
  if (kind === 'mail' && entry.address && entry.address.kind !== 'bracketed') return addressUnderMail(entry);
  return addressFault(entry) ?? (kind === 'clientAddress' ? nameUnderRate(entry) : undefined) ?? nameFault(entry);
}

function emptyKey({ row }: AccessEntry): KeyFault | undefined {
  if (!row || row.emptyKey) return undefined;
  const message =
    row.name === 'GreetPause'
      ? t(
          "GreetPause: without a client is never looked up. The default is the argument of FEATURE(`greet_pause') in sendmail.mc.",
        )
      : t('{0}: without anything after the colon is never looked up; there is no entry for all others.', row.name);
  return { kind: 'empty-key', message };
}

function addressUnderMail({ row, subject, address }: AccessEntry): KeyFault {
  const name = row!.name;
  const isSender = name === 'From' && address!.kind === 'ipv4';
  return {
    kind: 'wrong-kind-of-key',
    message:
      name === 'From'
        ? t(
            'From: is asked for mail addresses and their domains, never for the address of a client. Use Connect:{0} for it.',
            subject.text,
          )
        : t('{0}: is asked for mail addresses and their domains; the address of a host never matches.', name),
    ...(isSender && { better: [subject.text], tag: 'Connect' }),
  };
}

function nameUnderRate({ row, subject, address }: AccessEntry): KeyFault | undefined {
  if (address) return undefined;
  return {
    kind: 'wrong-kind-of-key',
    message: t('{0}: is asked for addresses only, so the name {1} never matches. Use its address.', row!.name, subject.text),
  };
}

function addressFault(entry: AccessEntry): KeyFault | undefined {
  const { address, subject, row } = entry;
  const text = subject.text;
  switch (address?.kind) {
    case undefined:
    case 'ipv4':
    case 'ipv6':
      return undefined;
    case 'cidr':
    case 'range': {
      const { kind, prefixes } = address;
      const message =
        prefixes.length === 1
          ? t('{0} never matches: sendmail looks up whole octets from the left. Write {1}.', text, prefixes[0]!)
          : t(
              '{0} never matches: sendmail looks up whole octets (or IPv6 groups) from the left. Write an entry for each network.',
              text,
            );
      return { kind, message, better: prefixes };
    }
    case 'trailing-dot': {
      const message = t(
        '{0} never matches: a network is written without a final dot. (In relay-domains the dot would be right.)',
        text,
      );
      return { kind: 'trailing-dot', message, better: list(address.better) };
    }
    case 'ipv6-compressed': {
      const message = t(
        '{0} never matches: sendmail looks up IPv6 addresses with all groups and without leading zeros, here {1} (unless confUSE_COMPRESSED_IPV6_ADDRESSES is set).',
        text,
        address.better!,
      );
      return { kind: 'ipv6-form', message, better: list(address.better) };
    }
    case 'ipv6-untagged': {
      const message = t('{0} never matches: an IPv6 address is looked up with IPv6: in front and all groups written out.', text);
      return { kind: 'ipv6-form', message, better: list(address.better) };
    }
    case 'bracketed': {
      // In a mail address the brackets are right: user@[10.1.2.3].
      return row?.keyKind === 'mail' ? undefined : bracketed(entry, address.better);
    }
    case 'leading-zero':
      return {
        kind: 'bad-address',
        message: t('{0} never matches: sendmail writes addresses without leading zeros.', text),
        better: list(address.better),
      };
    case 'not-an-address':
      return {
        kind: 'bad-address',
        message: t('{0} is no address a client can have: at most four octets from 0 to 255, no port.', text),
      };
  }
}

/** cf/README has such keys for OK and REJECT: they are meant for clients without a name of their own. RELAY they never give. */
function bracketed({ subject, action }: AccessEntry, better: string | undefined): KeyFault {
  const relay = action?.kind === 'word' && action.word === 'RELAY';
  return {
    kind: 'bracketed-address',
    message: relay
      ? t('{0} never allows a client to relay: that is asked for the address without brackets.', subject.text)
      : t(
          '{0} is found only for a client whose address has no name; without brackets it is found for every client with the address.',
          subject.text,
        ),
    ...(relay ? { better: list(better) } : { severity: 'info' as const }),
  };
}

/** Names, domains and mail addresses. */
function nameFault({ row, subject }: AccessEntry): KeyFault | undefined {
  const text = subject.text;
  const bare = text.replace(/(?<![,;:=])[,;:=]+$/, '');
  if (bare !== text) {
    const message = t(
      "The '{0}' belongs to the key, which never matches with it. Key and value are parted by blanks alone.",
      text.slice(bare.length),
    );
    return { kind: 'key-punctuation', message, better: list(bare) };
  }
  if (/[<>"',;()]/.test(text)) {
    const message = t('{0} never matches: addresses are looked up without quotes, brackets and commas, one key a line.', text);
    const address = /^<([^<>"',;()]+)>$/.exec(text)?.[1];
    return { kind: 'key-punctuation', message, better: list(address) };
  }
  if (text.replace('+*@', '@').includes('*')) return wildcard(text);
  if (text.startsWith('@')) {
    return {
      kind: 'leading-at',
      message: t('{0} never matches: a domain is written without @.', text),
      better: list(text.slice(1)),
    };
  }
  if (row && row.keyKind !== 'mail' && text.includes('@')) {
    const message = t('{0}: is asked for host names and addresses; a mail address never matches. Use From: or To:.', row.name);
    return { kind: 'wrong-kind-of-key', message };
  }
  if (text.startsWith('.')) {
    const message = t(
      "{0} matches only with FEATURE(`access_db', , `lookupdotdomain'). {1} matches the domain and all names below it.",
      text,
      text.slice(1),
    );
    return { kind: 'leading-dot', message, better: list(text.slice(1)) };
  }
  if (text.endsWith('.')) {
    const message = t('{0} never matches: names are looked up without a final dot.', text);
    return { kind: 'trailing-dot', message, better: list(text.slice(0, -1)) };
  }
  return undefined;
}

function wildcard(text: string): KeyFault {
  const kind = 'wildcard';
  if (text === '*') return { kind, message: t('* is no wildcard here and never matches. There is no entry for all others.') };
  const rest = /^\*[@.]([^*@]+)$/.exec(text)?.[1] ?? /^(\d[\d.]*)\.\*[\d.*]*$/.exec(text)?.[1];
  if (rest === undefined) return { kind, message: t('There are no wildcards in keys: {0} never matches.', text) };
  return {
    kind,
    message: t('There are no wildcards in keys: {0} never matches. {1} covers it and all below it.', text, rest),
    better: [rest],
  };
}

function list(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : [text];
}
