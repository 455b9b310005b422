/** Every log format the reader knows. Where two score alike the one that stands first is taken. */
import type { Format } from './format';
import { outlook } from './outlook';
import { scNotation } from './s-c-notation';
import { sendmailV } from './sendmail-v';
import { sendmailX } from './sendmail-x';
import { swaks } from './swaks';
import { terminal } from './terminal';

export const formats: readonly Format[] = [sendmailX, swaks, outlook, sendmailV, scNotation, terminal];
