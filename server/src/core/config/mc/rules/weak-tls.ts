import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { McCall, McModel } from '../model';
import { valueOf } from '../model';
import { definesOf } from '../values';

/** Ciphers that are no protection any more, where a list takes them in (a leading ! or - takes them out). */
const weakCiphers = new Set(['null', 'enull', 'anull', 'adh', 'aecdh', 'export', 'exp', 'low', 'des', 'rc4', 'rc2', 'md5']);

/** TLS options that bring back what the libraries have given up (confCIPHER_LIST, conf*_SSL_OPTIONS, confDH_PARAMETERS). */
export const weakTls: Rule<McModel> = {
  id: 'mc/weak-tls',
  severity: 'info',
  audit: true,
  check(model, report) {
    const last = (name: string): McCall | undefined => definesOf(model, name).at(-1);
    const ciphers = last('confCIPHER_LIST');
    const weak = ciphers ? weakIn(valueOf(ciphers, 1)) : [];
    if (ciphers && weak.length > 0) {
      report({
        ...ciphers.span,
        message: t(
          '{0} in confCIPHER_LIST lets sessions be read or changed on the way. Leave it out, or put ! in front.',
          weak.join(', '),
        ),
      });
    }
    for (const name of ['confSERVER_SSL_OPTIONS', 'confCLIENT_SSL_OPTIONS']) {
      const options = last(name);
      const old = options ? /[-]\s*SSL_OP_NO_(SSLv2|SSLv3|TLSv1(?:_1)?)\b/.exec(valueOf(options, 1))?.[1] : undefined;
      if (options && old) {
        report({ ...options.span, message: t('{0} allows {1} again, which is broken. Take it out.', name, old) });
      }
    }
    const parameters = last('confDH_PARAMETERS');
    if (parameters && /^(5|512|1024)$/.test(valueOf(parameters, 1).trim())) {
      report({
        ...parameters.span,
        message: t(
          '{0} are too short: others can work out the key. Use 2, which stands for 2048 bits.',
          valueOf(parameters, 1).trim(),
        ),
      });
    }
  },
};

/** The weak words of an OpenSSL cipher list that no other word takes out again. */
function weakIn(list: string): string[] {
  const words = list.split(/[:,\s]+/).filter(Boolean);
  const out = new Set(words.filter((w) => /^[!-]/.test(w)).map((w) => w.slice(1).toLowerCase()));
  return words.filter((word) => {
    if (/^[!+-]/.test(word)) return false;
    const parts = word.toLowerCase().split('+');
    // ALL has the ciphers without authentication in it.
    if (parts[0] === 'all') return !out.has('anull') && !out.has('adh');
    return parts.some((p) => weakCiphers.has(p)) && !parts.some((p) => out.has(p));
  });
}
