/** Completion in the four tables: the forms a value may have. */
import { t } from '@vscode/l10n';
import { CompletionItemKind } from '../../kinds';
import { mailers } from '../../knowledge/mailers';
import type { Completion } from '../../language';
import type { Span } from '../../text';
import { mapCursor } from '../map/cursor';
import type { TableModel, TableName } from './model';

/** What fits at `offset`. */
export function completeTable(table: TableName, model: TableModel, offset: number): Completion[] {
  const at = mapCursor(model.source, offset);
  if (!at) return [];
  return (at.part === 'key' ? keys(table, at.span) : values(table, at.span)).map((item, i) => ({
    ...item,
    sort: String(i).padStart(2, '0'),
  }));
}

function keys(table: TableName, span: Span): Completion[] {
  switch (table) {
    case 'virtusertable':
      return [
        form(span, 'user@domain', '${1:user}@${2:example.com}\t', t('one address')),
        form(span, '@domain', '@${1:example.com}\t', t('all other users of a domain')),
        form(span, 'user+*@domain', '${1:user}+*@${2:example.com}\t', t('a user with any +detail')),
      ];
    case 'mailertable':
      return [
        form(span, 'domain', '${1:example.com}\t', t('one domain')),
        form(span, '.domain', '.${1:example.com}\t', t('all names below a domain')),
        form(span, '.', '.\t', t('all other domains')),
      ];
    default:
      return [];
  }
}

function values(table: TableName, span: Span): Completion[] {
  switch (table) {
    case 'virtusertable':
      return [
        form(span, '%1@domain', '%1@${1:example.org}', t('the same user at another domain')),
        form(span, '%1%3@domain', '%1%3@${1:example.org}', t('the same user with its +detail')),
        form(span, 'error:nouser 550 text', 'error:nouser 550 ${1:No such user here}', t('refused')),
        form(span, 'error:5.7.0:550 text', 'error:5.7.0:550 ${1:Address invalid}', t('refused, with a status of your own')),
      ];
    case 'mailertable':
      return [
        form(span, 'esmtp:[host]', 'esmtp:[${1:host.example.com}]', t('to this host, no look at its MX')),
        form(span, 'esmtp:domain', 'esmtp:${1:example.com}', t('to the MX hosts of a domain')),
        ...mailers
          .filter((row) => row.name === 'smtp' || row.name === 'local')
          .flatMap((row) => row.defines)
          .filter((name) => name !== 'esmtp' && name !== 'prog')
          .map((name) =>
            form(
              span,
              `${name}:`,
              name === 'local' ? 'local:${1}' : `${name}:[\${1:host.example.com}]`,
              t('the mailer {0}', name),
            ),
          ),
        form(span, 'error:5.1.2:550 text', 'error:5.1.2:550 ${1:Mail to this domain is refused}', t('refused')),
      ];
    default:
      return [];
  }
}

function form(span: Span, label: string, text: string, detail: string): Completion {
  return { label, kind: CompletionItemKind.Snippet, span, text, snippet: true, detail };
}
