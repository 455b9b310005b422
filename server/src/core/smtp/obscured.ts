/** Text that somebody made unreadable on purpose, or that a web page did: nothing can be said of how it was written. */

/** True where it looks so: asterisks, dots, words like `redacted` or `<sender address>` in the place of an address or a name. */
export function isObscured(text: string): boolean {
  return OBSCURED.test(text);
}

const OBSCURED =
  /[*#•…█?]|\.{3}|x{3}|&[lg]t;|[([{] ?at ?[)\]}]| at |redact|remove|hidden|masked|anonym|protected|private|secret|censor|deleted|snip|[<{[](?:your|my|the)?[ _-]?(?:host|domain|server|client|name)[^@.<>[\]{}]{0,40}[>}\]]|<[^@<>]{0,80}(?:address|email|sender|recipient|user)[^@<>]*>/i;
