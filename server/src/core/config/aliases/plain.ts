/** Forms of entries that large alias files are full of, in which no rule about single entries finds anything. */

const blanks = '[ \\t]*(?:\\n[ \\t]+)?';
const notItself = '(?!\\1(?![\\w.+-]))';
const host = '(?!localhost(?![\\w.-]))(?![\\w.-]{0,100}(?:\\.\\.|\\.redirect(?![\\w.-])))[\\w-][\\w.-]{0,100}';
const remote = `${notItself}[\\w-][\\w.+-]{0,100}@${host}`;
const local = `${notItself}[\\w-][\\w.-]{0,100}`;

/** A name and a few recipients with the line's end; sticky, the name is the first group and the recipients are the second. */
function entryOf(recipient: string): RegExp {
  const list = `${recipient}(?:[ \\t]*,${blanks}${recipient}){0,20}`;
  return new RegExp(`([\\w-][\\w.+-]{0,100})[ \\t]*:${blanks}(${list})[ \\t]*(?:\\r?\\n(?![ \\t])|$)`, 'iy');
}

/**
 * A name that leads to addresses elsewhere alone. Not among them: an address with the name itself as user, which may be at this host,
 * `user@localhost` and addresses that end in `.REDIRECT`.
 */
export const PLAIN = entryOf(remote);

/** The same with local names among the recipients: what they lead to decides whether something is wrong. */
export const PLAIN_LOCAL = entryOf(`(?:${remote}|${local})`);

/** The local names among the recipients that `PLAIN_LOCAL` found, in lower case. */
export function localNames(recipients: string): string[] {
  return recipients
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((name) => name !== '' && !name.includes('@'));
}
