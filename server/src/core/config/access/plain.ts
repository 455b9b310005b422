/**
 * Entries of the forms that large tables are full of, in which no rule about single entries finds anything. Groups repeat so often and
 * no more, because the engine of regular expressions keeps each turn and throws when it has no room left.
 */

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)';
const ipv4 = `${octet}(?:\\.${octet}){1,3}`;
const ipv6 = 'IPv6(?::(?:0|[1-9a-f][\\da-f]{0,3})){1,8}';
const domain = '[a-z][\\w-]*(?:\\.[\\w-]+){1,30}';
const mail = `\\w[\\w.+-]*@(?:${domain})?`;

const end = '[ \\t]*(?:\\r?\\n|$)';
const text = '\\d\\d [a-z][\\w .,!-]*';
const refusal = `(?:(?:ERROR:5\\.\\d\\.\\d:5|ERROR:4\\.\\d\\.\\d:4|[45])${text}(?:\\r?\\n|$)|ERROR:(?:5\\.\\d\\.\\d:"5|4\\.\\d\\.\\d:"4)${text}"${end})`;
const action = (words: string): string => `(?=[ \\t]+(?:(?:${words})${end}|${refusal}))`;

const relays = `(?:(?:Connect:)?(?:${ipv4}|${domain})|Connect:${ipv6}|To:(?:${mail}|${domain}))${action('OK|RELAY|REJECT|DISCARD')}`;
const senders = `(?:From:(?:${mail}|${domain})|${mail})${action('OK|REJECT|DISCARD')}`;
const limits = `(?:GreetPause:(?:${ipv4}|${domain})|(?:ClientRate|ClientConn):${ipv4})(?=[ \\t]+\\d+${end})`;
const friends = `Spam:(?:${mail}|${domain})(?=[ \\t]+(?:FRIEND|HATER)${end})`;

/** A plain line of an access table with its end, for `sortLines`. Time is linear in the line. */
export const PLAIN = new RegExp(`(?:${relays}|${senders}|${limits}|${friends})[^\\n]*(?:\\n|$)`, 'iy');
