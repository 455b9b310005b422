/** The word that stands for what was taken out. Alone in its file, for the recording needs no more of the redaction. */
export const REDACTED = 'redacted';
