/**
 * What programs write of a login outside the dialogue, in debug output above all. Rows only.
 *
 * `before`: a regular expression of bounded length for what stands before the secret. `secret`: how far it goes: `rest` of the
 * line, one `word` (up to white space), or `quoted` up to the next apostrophe.
 */
export interface LoginTrace {
  readonly before: string;
  readonly secret: 'rest' | 'word' | 'quoted';
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
];
