/** What can be said of a domain by its name alone. */

/** Generic top-level domains an administrator is likely to write down. Those of two letters are countries. */
const GENERIC = new Set(
  'com net org edu gov mil int info biz name pro aero coop museum mobi jobs travel tel cat asia post xyz online top site shop store club app dev cloud email live world life news blog space website tech'.split(
    ' ',
  ),
);

/** True if `name` is a public top-level domain, such as `com` or `de`. Names a local network may use (`lan`, `internal`) are not. */
export function isTopLevelDomain(name: string): boolean {
  return /^[a-z]{2}$/i.test(name) || GENERIC.has(name.toLowerCase());
}
