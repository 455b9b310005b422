/** The words by which a recording of ours is known; whoever writes one and whoever reads it take them from here. */
import type { Mark } from './model';

/** The first line of a recording begins so. */
export const RECORDING = '# SMTP session recorded by Postmaster';

/** The remarks that say what happened to the connection begin so. */
export const remarks = {
  open: 'Connected to',
  tls: 'TLS started',
  close: 'Connection closed',
  eof: 'Connection lost',
} as const satisfies Record<Mark, string>;
