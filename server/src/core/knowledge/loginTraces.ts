/**
 * What programs write of a login outside the dialogue, in debug output above all. Rows only.
 *
 * `before`: a regular expression of bounded length for what stands before the secret. `secret`: how far it goes: `rest` of the
 * line, one `word` (up to white space), `quoted` up to the next apostrophe, a `value` of a setting, in quotes or not, or up to
 * the @ of a `url`.
 */
export interface LoginTrace {
  readonly before: string;
  readonly secret: 'rest' | 'word' | 'quoted' | 'value' | 'url';
  readonly source: string;
}

const postfix = 'Postfix 3.7 source, src/xsasl';

export const loginTraces: readonly LoginTrace[] = [
  { before: 'sasl_method [\\w-]{1,20}, init_response ', secret: 'word', source: postfix },
  { before: 'xsasl_\\w{1,40}: decoded initial response ', secret: 'rest', source: postfix },
  { before: 'xsasl_\\w{1,40}: decoded response: ', secret: 'rest', source: postfix },
  { before: 'smtpd_sasl_\\w{1,20}: decoded (?:initial )?response:? ', secret: 'rest', source: 'Postfix before 2.3' },
  { before: 'xsasl_\\w{1,40}: uncoded initial reply: ', secret: 'rest', source: postfix },
  { before: 'xsasl_\\w{1,40}: uncoded client response ', secret: 'rest', source: postfix },
  { before: 'xsasl_\\w{1,40}: decoded challenge: ', secret: 'rest', source: postfix },
  {
    before: 'smtp_sasl_\\w{1,20}: .{1,255}: uncoded (?:initial reply:|client response) ',
    secret: 'rest',
    source: 'Postfix before 2.3',
  },
  {
    before: "smtp_sasl_passwd_lookup: host `[^']{0,255}' user `[^']{0,255}' pass `",
    secret: 'quoted',
    source: 'Postfix 3.7 source, src/smtp',
  },
  {
    before: '(?:maps_find|mail_addr_find): [^=\\n]{0,200}sasl_pass[^=\\n]{0,300} = [^\\s:]{1,255}:',
    secret: 'rest',
    source: 'Postfix 3.7 source, src/global',
  },
  {
    before: 'client in: (?:AUTH|CONT)[^\\n]{0,400}[\\s1]resp=',
    secret: 'word',
    source: 'Dovecot documentation, Debugging Authentication',
  },
  { before: '\\$auth[1-3] = ', secret: 'rest', source: 'Exim 4.96 source, check_serv_cond' },
  { before: '(?:--auth-pass(?:word)?|--password| -ap)[= ] {0,3}["\']?', secret: 'value', source: 'swaks 20201014, manual' },
  { before: '(?:--user| -u)[= ] {0,3}["\']?[^\\s:"\']{1,255}:', secret: 'value', source: 'curl 7.88, manual' },
  { before: '\\b(?:smtps?|submissions?|imaps?|https?)://[^\\s:/@]{1,255}:', secret: 'url', source: 'RFC 3986 3.2.1' },
  {
    before: '(?<![A-Za-z])[Pp][Aa][Ss][Ss](?:[Ww][Oo][Rr][Dd]|[Ww][Dd])?["\']?\\s{0,3}(?:=>?|:(?=\\s{0,3}["\']))\\s{0,3}["\']?',
    secret: 'value',
    source: 'settings of PHPMailer, nodemailer, msmtp and others',
  },
  { before: '\\.login\\(["\'][^"\'\\n]{1,255}["\'], {0,3}["\']', secret: 'value', source: 'Python 3.11, smtplib' },
  { before: 'Authorization: (?:Basic|Bearer) ', secret: 'word', source: 'RFC 9110 11.6.2' },
  { before: '(?:Master-Key|Resumption PSK): ', secret: 'word', source: 'OpenSSL 3.0, s_client' },
  {
    before: '\\b(?:CLIENT_RANDOM|[A-Z]{6,8}(?:_[A-Z]{5,9}){0,2}_SECRET(?:_\\d)?) [\\da-fA-F]{64} ',
    secret: 'word',
    source: 'NSS key log format',
  },
];
