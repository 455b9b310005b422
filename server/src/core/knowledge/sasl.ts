/**
 * Login mechanisms of AUTH. Rows only.
 *
 * `clear`: what the client sends gives the password or a token away to whoever reads along. `user` tells where the user name
 * can be read without showing anything secret: `plain` (between the first two NULs of the first response), `first` (the whole
 * first response), `word` (its first word), `scram` (after n=) or `none`. Everything else a client sends is secret.
 */
export interface SaslMechanism {
  readonly name: string;
  readonly what: string;
  readonly text: string;
  readonly clear: boolean;
  readonly user: 'plain' | 'first' | 'word' | 'scram' | 'none';
  readonly status?: 'obsolete' | 'private' | 'rare';
  readonly source: readonly string[];
}

const scram =
  'The password never travels and the server proves that it knows it too. What can be read along allows guessing only.';
const tokens = 'Tickets in place of a password; what travels is of no use to others.';

export const saslMechanisms: readonly SaslMechanism[] = [
  {
    name: 'PLAIN',
    what: 'name and password in one step',
    text: 'Base64 only, so the password is readable for everybody on the way and in this log. Right under TLS, nowhere else.',
    clear: true,
    user: 'plain',
    source: ['RFC 4616'],
  },
  {
    name: 'LOGIN',
    what: 'name and password in two steps',
    text: 'As readable as PLAIN; never became a standard, but every client has it. The two challenges are “Username:” and “Password:” in base64.',
    clear: true,
    user: 'first',
    status: 'obsolete',
    source: ['draft-murchison-sasl-login'],
  },
  {
    name: 'CRAM-MD5',
    what: 'answer to a challenge',
    text: 'The password does not travel, but the server has to keep it readable, and a recorded exchange can be used to guess it.',
    clear: false,
    user: 'word',
    source: ['RFC 2195'],
  },
  {
    name: 'DIGEST-MD5',
    what: 'answer to a challenge, old',
    text: 'Historic; programs understood it differently. SCRAM took its place.',
    clear: false,
    user: 'none',
    status: 'obsolete',
    source: ['RFC 6331'],
  },
  { name: 'SCRAM-SHA-1', what: 'proof of knowing the password', text: scram, clear: false, user: 'scram', source: ['RFC 5802'] },
  {
    name: 'SCRAM-SHA-1-PLUS',
    what: 'proof of knowing the password, bound to TLS',
    text: scram,
    clear: false,
    user: 'scram',
    source: ['RFC 5802'],
  },
  {
    name: 'SCRAM-SHA-256',
    what: 'proof of knowing the password',
    text: scram,
    clear: false,
    user: 'scram',
    source: ['RFC 7677'],
  },
  {
    name: 'SCRAM-SHA-256-PLUS',
    what: 'proof of knowing the password, bound to TLS',
    text: scram,
    clear: false,
    user: 'scram',
    source: ['RFC 7677'],
  },
  {
    name: 'SCRAM-SHA-512',
    what: 'proof of knowing the password',
    text: scram,
    clear: false,
    user: 'scram',
    source: ['draft-melnikov-scram-sha-512'],
  },
  {
    name: 'XOAUTH2',
    what: 'access token',
    text: 'Google’s and Microsoft’s way to log in with a token from the browser. Whoever reads the token can use it until it expires. A refusal comes as a 334 with details; the client answers with an empty line.',
    clear: true,
    user: 'none',
    status: 'private',
    source: ['Google, XOAUTH2 protocol'],
  },
  {
    name: 'OAUTHBEARER',
    what: 'access token',
    text: 'The standard form of XOAUTH2. Whoever reads the token can use it until it expires.',
    clear: true,
    user: 'none',
    source: ['RFC 7628'],
  },
  {
    name: 'EXTERNAL',
    what: 'identity known already',
    text: 'The client’s TLS certificate or socket says who it is; nothing secret travels.',
    clear: false,
    user: 'first',
    source: ['RFC 4422'],
  },
  {
    name: 'ANONYMOUS',
    what: 'no identity',
    text: 'What is sent is for the log only.',
    clear: false,
    user: 'none',
    status: 'rare',
    source: ['RFC 4505'],
  },
  { name: 'GSSAPI', what: 'Kerberos', text: tokens, clear: false, user: 'none', source: ['RFC 4752'] },
  {
    name: 'GS2-KRB5',
    what: 'Kerberos, newer frame',
    text: tokens,
    clear: false,
    user: 'none',
    status: 'rare',
    source: ['RFC 5801'],
  },
  {
    name: 'GSS-SPNEGO',
    what: 'Kerberos or NTLM, negotiated',
    text: tokens,
    clear: false,
    user: 'none',
    status: 'private',
    source: ['Microsoft'],
  },
  {
    name: 'NTLM',
    what: 'Windows login',
    text: 'An old challenge and response; a recorded exchange can be used to guess the password, and the challenge names the server’s domain.',
    clear: false,
    user: 'none',
    status: 'private',
    source: ['Microsoft, MS-SMTPNTLM'],
  },
  { name: 'KERBEROS_V4', what: 'Kerberos 4', text: tokens, clear: false, user: 'none', status: 'obsolete', source: ['RFC 2222'] },
  {
    name: 'OTP',
    what: 'one-time password',
    text: 'Each password works once.',
    clear: false,
    user: 'none',
    status: 'rare',
    source: ['RFC 2444'],
  },
  {
    name: 'SKEY',
    what: 'one-time password, old',
    text: 'Each password works once; OTP took its place.',
    clear: false,
    user: 'none',
    status: 'obsolete',
    source: ['RFC 2222'],
  },
  {
    name: 'SECURID',
    what: 'number from a token',
    text: 'The passcode is readable, but valid only for a moment.',
    clear: true,
    user: 'none',
    status: 'rare',
    source: ['RFC 2808'],
  },
  {
    name: 'EXCHANGEAUTH',
    what: 'login between Exchange servers',
    text: tokens,
    clear: false,
    user: 'none',
    status: 'private',
    source: ['Microsoft Exchange'],
  },
];

/** Challenges of LOGIN in base64: `Username:` and `Password:`, as servers spell them. Case counts in base64. */
export const loginChallenges: Readonly<Record<string, 'name' | 'password'>> = {
  VXNlcm5hbWU6: 'name',
  dXNlcm5hbWU6: 'name',
  'VXNlciBOYW1lAA==': 'name',
  UGFzc3dvcmQ6: 'password',
  cGFzc3dvcmQ6: 'password',
  UGFzc3dvcmQA: 'password',
};
