/** What of a URI a reader sees. */

/** A URI, or a part of one, without its escapes; as it stands where they are no UTF-8. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The name of the file, also of one without a path, as `untitled:Untitled-1`. */
export function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf(uri.includes('/') ? '/' : ':') + 1));
}
