import { t } from '@vscode/l10n';
import { accessSynonyms, accessValues } from '../../../knowledge/accessTags';
import type { Fix, Rule, Severity } from '../../../problem';
import { nearest } from '../../../suggest';
import type { Token } from '../../map/scanner';
import type { AccessEntry, AccessLines } from '../model';
import { blankOf } from './blank-in-key';
import { commentOf } from './comment-in-value';
import { signOf } from './stray-sign';

/** Any value that is no action refuses, with the value as text and 553 5.3.0 before it (measured on sendmail 8.17.1). */
export const unknownValue: Rule<AccessLines> = {
  id: 'access/unknown-value',
  severity: 'warning',
  check(model, report) {
    for (const entry of model.odd) {
      if (entry.action?.kind !== 'text' || !entry.value || entry.value.text.endsWith('\\')) continue;
      if (blankOf(entry) || commentOf(entry) || signOf(entry)) continue;
      report({ start: entry.value.start, end: entry.value.end, ...faultOf(entry, entry.value) });
    }
  },
};

interface Fault {
  readonly message: string;
  readonly severity?: Severity;
  readonly fixes: Fix[];
}

function faultOf(entry: AccessEntry, value: Token): Fault {
  const bare = value.text.replace(/^"([^"]*)"$/, '$1');
  const meant = wordWithMore(bare) ?? wordMeant(bare);
  if (meant) return misspelt(value, bare, meant);
  return noCode(entry, value);
}

/** An action with something behind it that it does not take: `OK text`, `DISCARD: text`, `RELAY.`, `QUARANTINE text`. */
function wordWithMore(text: string): string | undefined {
  const word = /^(OK|RELAY|REJECT|DISCARD|SKIP|QUARANTINE|ERROR)(?![\w-])/i.exec(text)?.[1]?.toUpperCase();
  return word && accessValues.find((row) => row.name === word)?.name;
}

/**
 * The action a misspelt word, a form of one or a word of another program stands for. A sentence may begin with such a word: only
 * a word alone counts.
 */
function wordMeant(text: string): string | undefined {
  if (!/^[A-Za-z_-]{2,24}$/.test(text)) return undefined;
  const word = text.toUpperCase();
  const synonym = accessSynonyms.find((row) => row.word === word)?.action;
  if (synonym) return synonym;
  const names = accessValues.map((row) => row.name);
  return nearest(word, names)[0] ?? names.find((name) => word.startsWith(name) && word.length <= name.length + 4);
}

function misspelt(value: Token, bare: string, meant: string): Fault {
  const row = accessValues.find((r) => meant.startsWith(r.name))!;
  const { fix, message } = wayOut(value, bare, meant, row.name);
  return {
    message,
    severity: row.effect === 'refuses' ? 'warning' : 'error',
    fixes: fix
      ? [{ title: t('Write {0}', fix), edits: [{ start: value.start, end: value.end, text: fix }], preferred: true }]
      : [],
  };
}

function wayOut(value: Token, bare: string, meant: string, name: string): { fix?: string; message: string } {
  const more = bare.slice(name.length).replace(/^[ \t:]+/, '');
  const same =
    bare.slice(0, name.length).toUpperCase() === name && (bare.length === name.length || !/\w/.test(bare[name.length]!));
  if (!same) {
    return {
      fix: meant,
      message: t(
        "'{0}' is no action: sendmail refuses, with it as the text of the refusal. Did you mean {1}?",
        value.text,
        meant,
      ),
    };
  }
  if (name === 'ERROR') {
    if (more === '')
      return {
        message: t('ERROR needs a colon, a code and a text, as in ERROR:5.7.1:550 text; alone it is the text of a refusal.'),
      };
    return { fix: `ERROR:${more}`, message: t('A colon is missing after ERROR: sendmail refuses with the whole value as text.') };
  }
  if (name === 'QUARANTINE') {
    return {
      fix: `QUARANTINE:${more}`,
      message: t(
        "A colon is missing after QUARANTINE: sendmail refuses with the text '{0}'. Write QUARANTINE:reason.",
        value.text,
      ),
    };
  }
  const message = t("{0} must stand alone: with more behind it sendmail refuses, with the text '{1}'.", name, value.text);
  if (name !== 'REJECT' || !/\w/.test(more)) return { fix: name, message };
  return { fix: /^\d{3}[ \t]/.test(more) ? `ERROR:${more}` : `ERROR:5.7.1:550 ${more}`, message };
}

function noCode({ row }: AccessEntry, value: Token): Fault {
  const code = row?.name === 'To' ? '5.1.1:550' : '5.7.1:550';
  const fix = `ERROR:${code} ${value.text}`;
  return {
    message: t(
      "This is no action: sendmail refuses with '553 5.3.0 {0}'. Say which code it is: ERROR:{1} text.",
      value.text,
      code,
    ),
    fixes: [{ title: t('Write {0}', fix), edits: [{ start: value.start, end: value.end, text: fix }] }],
  };
}
