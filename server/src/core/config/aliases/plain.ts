/** The form of entry that large alias files are full of, in which no rule about single entries finds anything. */

const host = '(?!localhost(?![\\w.-]))(?![\\w.-]{0,100}\\.redirect(?![\\w.-]))[\\w-][\\w.-]{0,100}';
const remote = `(?!\\1@)[\\w-][\\w.+-]{0,100}@${host}`;
const blanks = '[ \\t]*(?:\\n[ \\t]+)?';

/**
 * A name that leads to a few addresses elsewhere, with the line's end; sticky, the name is its first group. Not among them: an
 * address with the name itself as user, which may be at this host, `user@localhost` and addresses that end in `.REDIRECT`.
 */
export const PLAIN = new RegExp(
  `([\\w-][\\w.+-]{0,100})[ \\t]*:${blanks}${remote}(?:[ \\t]*,${blanks}${remote}){0,20}[ \\t]*(?:\\r?\\n(?![ \\t])|$)`,
  'iy',
);
