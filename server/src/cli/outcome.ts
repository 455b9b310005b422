/** What a command gives back to the program: the text for standard output and the exit code. */
export interface Outcome {
  /** 0: nothing found; 1: errors or signs found; 2: could not do it. Of lines it holds when the last one was taken. */
  readonly exit: 0 | 1 | 2;
  /**
   * Bytes are written as they are, a text with a line end behind it; of an empty text nothing. Of lines each is made when the one
   * before it is written, so that a slow reader holds them up and a reader that has gone away ends them.
   */
  readonly text: string | Uint8Array | Iterable<string>;
  /** One line for standard error, where the text goes elsewhere or is no place for it. */
  readonly remark?: string;
}
