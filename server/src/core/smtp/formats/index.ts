/** Every log format the reader knows. Where two score alike the one that stands first is taken. */
import { aiosmtpd } from './aiosmtpd';
import { curl } from './curl';
import type { Format } from './format';
import { mutt, neomutt } from './mutt';
import { netSmtp } from './net-smtp';
import { nodemailer } from './nodemailer';
import { openssl } from './openssl';
import { outlook } from './outlook';
import { postfix } from './postfix';
import { postfixTranscript } from './postfix-transcript';
import { sNail } from './s-nail';
import { scNotation } from './s-c-notation';
import { sendmailV } from './sendmail-v';
import { sendmailX } from './sendmail-x';
import { smtplib } from './smtplib';
import { ssmtp } from './ssmtp';
import { swaks } from './swaks';
import { terminal } from './terminal';

export const formats: readonly Format[] = [
  sendmailX,
  postfix,
  swaks,
  smtplib,
  nodemailer,
  curl,
  outlook,
  ssmtp,
  netSmtp,
  sNail,
  mutt,
  neomutt,
  aiosmtpd,
  postfixTranscript,
  sendmailV,
  openssl,
  scNotation,
  terminal,
];
