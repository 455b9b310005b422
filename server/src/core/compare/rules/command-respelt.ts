import { t } from '@vscode/l10n';
import type { Dialogue } from '../dialogue';
import { envelopeOf, plain } from '../normalise';
import { isVerbatim } from '../verbatim';
import type { CompareRule } from '../view';
import { commandOf, commandPlace, endsLog } from '../places';

/** The same command in other letters, or with other spaces or brackets: something read it and wrote it anew. */
export const commandRespelt: CompareRule = {
  id: 'compare/command-respelt',
  weight: 'moderate',
  check(view, report) {
    if (view.sameConnection === 'no') return;
    // A log that writes every verb in capitals, or in small letters, may do so by itself; some are known to write what was sent.
    const cases = [letters(view.client), letters(view.server)];
    const asSent = isVerbatim(view.client) && isVerbatim(view.server);
    if (!asSent && cases.includes('upper') && cases.includes('lower')) return;
    for (const row of view.rows) {
      const left = commandOf(view.client, row.client);
      const right = commandOf(view.server, row.server);
      if (left && right && (endsLog(view.client, left) || endsLog(view.server, right))) continue;
      if (!left || !right || left.verb === '' || left.verb === 'AUTH' || left.verb !== right.verb) continue;
      // Only the verb and its keyword: some logs write addresses in small letters and change spaces.
      const mine = /^[A-Za-z]+(?: +(?:FROM|TO)(?=:))?/i.exec(plain(left.text))?.[0];
      const theirs = /^[A-Za-z]+(?: +(?:FROM|TO)(?=:))?/i.exec(plain(right.text))?.[0];
      if (mine === undefined || theirs === undefined || mine.toUpperCase() !== theirs.toUpperCase()) continue;
      const sameVerb = mine === theirs;
      const spaced = sameVerb && asSent && isSpacedOtherwise(left.text, right.text);
      if (sameVerb && !spaced && !(asSent && isInOtherLetters(left.text, right.text))) continue;
      report({
        ...(asSent ? { weight: 'strong' as const } : {}),
        change: 'changed',
        message: spaced
          ? t('{0} reached the server with other spaces or brackets', mine)
          : t('{0} reached the server with other capitals or spaces', mine),
        client: commandPlace(view.client, row.client!),
        server: commandPlace(view.server, row.server!),
      });
    }
  },
};

/** True if two MAIL or RCPT commands have one address in another setting: `TO: a@b` and `TO:<a@b>`. Parameters have a rule of their own. */
function isSpacedOtherwise(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => {
    const { address } = envelopeOf(text);
    const at = address ? text.indexOf(address) : -1;
    return at < 0 ? undefined : { address, setting: text.slice(0, at) + (text[at + address!.length] === '>' ? '>' : '') };
  });
  return left !== undefined && right !== undefined && left.address === right.address && left.setting !== right.setting;
}

/** True if two commands have all letters alike but for small ones and capitals: a host's name, an address. */
function isInOtherLetters(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  return left !== right && left.toLowerCase() === right.toLowerCase();
}

/** In which letters a log has its verbs. */
function letters(side: Dialogue): 'upper' | 'lower' | 'mixed' {
  const verbs = side.exchanges.flatMap((e) => {
    const command = commandOf(side, e);
    return command && command.verb !== '' ? [command.text.trimStart().slice(0, command.verb.length)] : [];
  });
  if (verbs.every((v) => v === v.toUpperCase())) return 'upper';
  return verbs.every((v) => v === v.toLowerCase()) ? 'lower' : 'mixed';
}
