/** What a host's name lets one guess. */

/**
 * True if `host` may well be a name of the machine the file is for: one label alone, or the first label that mail servers
 * are given. sendmail counts such names as its own (class w); which they are stands in no table.
 */
export function mayBeOwnHost(host: string): boolean {
  return !host.includes('.') ? /^[\w-]+$/.test(host) : /^(mail\w*|mx\d*|smtp\d*|mta\d*|relay\d*|post|localhost)\./i.test(host);
}
