/** What the ladder's page tells the extension. */

/** A line of one of the page's logs, by index; lines from 0. */
export interface LogLine {
  readonly log: number;
  readonly line: number;
}

export interface PageMessage {
  /** Lines to open. */
  readonly open?: readonly LogLine[];
  readonly do?: 'again' | 'logs' | 'html' | 'svg';
  /** The pair on show: `h0p3`. */
  readonly pair?: string;
}
