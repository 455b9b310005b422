/** Forms of entries that large alias files are full of, in which no rule about single entries finds anything. */
import { accountFiles, decoders, shells } from '../../knowledge/accounts';

const blanks = '[ \\t]*(?:\\n[ \\t]+)?';
const end = '[ \\t]*(?:\\r?\\n|$)';
const host = '(?!localhost(?![\\w.-]))(?![\\w.-]*(?:\\.\\.|\\.redirect(?![\\w.-])))[\\w-][\\w.-]*';
const remote = `(?!\\1@(?:mail|mx|smtp|mta|relay|post|localhost)[\\w-]*\\.)[\\w-][\\w.+-]*@${host}`;
const named = `(?:"[\\w .'-]+"[ \\t]*)?<${remote}>`;

/** A path; `but`: names that no part of it may have. */
const path = (but: Iterable<string>): string =>
  `(?![\\w./-]*(?:\\.\\.|/(?:${[...but].join('|')})(?![\\w.-])))/\\w[\\w./-]*[\\w-]`;
const file = `/(?:dev/null(?![\\w./-])|(?:var|home|srv|opt)${path(accountFiles)})`;
const program = `"\\|${path([...decoders, ...shells])}(?: [\\w.@=+/ -]*)?"`;
const elsewhere = `${remote}|${named}|${program}|${file}`;
const list = ':include:/[\\w./-]+';
const local = '(?!\\1(?![\\w.+-]))[\\w-][\\w.-]*';

const recipients = `(?:(?:${elsewhere}|${list}|${local})(?:[ \\t]*,${blanks}(?=\\S)|(?=${end}))){1,12}`;

/**
 * A name and a few recipients with the line's end: addresses elsewhere, programs and files, lists and local names; of the last two the
 * rest of the file decides whether something is wrong. Not among them: the name itself, an address with it as user at what may be this
 * host, `user@localhost`, addresses that end in `.REDIRECT`, and what no mail should be given to.
 */
export const PLAIN = new RegExp(`([\\w-][\\w.+-]*)[ \\t]*:${blanks}${recipients}${end}(?![ \\t])`, 'iy');

/** Empty lines and comments, where the next line does not belong to them. */
export const SKIPPED = /(?:#(?:[^\n\0]{0,2000}[^\n\0\\])?)?\n(?![ \t])/y;

/** Where a block may end: before a name with a colon. The line above must not end in a backslash. */
export const NAMED = /[\w-][\w.+-]*[ \t]*:/y;

/** What stands before a local name or a list in a file among the recipients of `PLAIN`, and before nothing else there. */
export const LOCAL = /[:,\s](?=[\w-][\w.-]*[ \t]*(?:[,\r\n]|$)|:include:)/gi;
