/** Every log format the reader knows. Where two score alike the one that stands first is taken. */
import { aiosmtpd } from './aiosmtpd';
import { appleMail } from './apple-mail';
import { codeIgniter } from './codeigniter';
import { curl } from './curl';
import { dump } from './dump';
import { exchange, exchange55 } from './exchange';
import { exchanges } from './exchanges';
import { exim } from './exim';
import type { Format } from './format';
import { haraka } from './haraka';
import { heads } from './heads';
import { hMailServer } from './hmailserver';
import { iis } from './iis';
import { javamail } from './javamail';
import { mailEnable } from './mailenable';
import { mdaemon } from './mdaemon';
import { msmtp } from './msmtp';
import { mutt, neomutt } from './mutt';
import { netSmtp } from './net-smtp';
import { nodemailer } from './nodemailer';
import { opensmtpd } from './opensmtpd';
import { openssl } from './openssl';
import { outlook, outlookOpm } from './outlook';
import { phpmailer } from './phpmailer';
import { postfix } from './postfix';
import { postfixTranscript } from './postfix-transcript';
import { postmaster } from './postmaster';
import { records } from './records';
import { relay } from './relay';
import { sNail } from './s-nail';
import { scNotation } from './s-c-notation';
import { sendEmail } from './sendemail';
import { sendmailSyslog } from './sendmail-syslog';
import { sendmailV } from './sendmail-v';
import { sendmailX } from './sendmail-x';
import { smtplib } from './smtplib';
import { ssmtp, ssmtpSyslog } from './ssmtp';
import { strace } from './strace';
import { swaks } from './swaks';
import { terminal } from './terminal';
import { thunderbird } from './thunderbird';
import { wireshark } from './wireshark';

export const formats: readonly Format[] = [
  postmaster,
  sendmailX,
  postfix,
  sendmailSyslog,
  sendEmail,
  ssmtpSyslog,
  swaks,
  smtplib,
  nodemailer,
  curl,
  outlook,
  outlookOpm,
  ssmtp,
  netSmtp,
  sNail,
  mutt,
  neomutt,
  aiosmtpd,
  haraka,
  relay,
  exim,
  opensmtpd,
  msmtp,
  phpmailer,
  exchange,
  exchange55,
  iis,
  hMailServer,
  mdaemon,
  mailEnable,
  appleMail,
  thunderbird,
  javamail,
  postfixTranscript,
  codeIgniter,
  sendmailV,
  openssl,
  scNotation,
  strace,
  wireshark,
  exchanges,
  heads,
  records,
  terminal,
  dump,
];
