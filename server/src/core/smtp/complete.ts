/** Completion on a client's line: commands, and what may stand behind them. */
import { t } from '@vscode/l10n';
import { CompletionItemKind } from '../kinds';
import type { Completion } from '../language';
import { lineAt, lineSpan } from '../text';
import { mailParameters } from '../knowledge/mailParameters';
import { saslMechanisms } from '../knowledge/sasl';
import { smtpCommands } from '../knowledge/smtpCommands';
import { commandEntry, mechanismEntry, parameterEntry } from './entries';
import type { Transcript } from './model';

/** What logs put before a client's line; the rest of a line is what the client says. */
const MARK = /^(?:[^A-Za-z]{0,40}(?:C:|\[tx\]|>>>|<<<|-->|->|>|<) ?| {0,8})/;

/**
 * Commands at the beginning of a client's line, parameters behind MAIL and RCPT, mechanisms behind AUTH. `offset` is a UTF-16
 * offset from 0. Empty where something else stands.
 */
export function complete(model: Transcript, offset: number): Completion[] {
  const { start } = lineSpan(model.source, lineAt(model.source, offset));
  const before = model.source.text.slice(start, offset);
  if (before.length > 1000) return [];
  const said = before.slice(MARK.exec(before)?.[0].length ?? 0);
  const word = /(?<!\S)\S*$/.exec(said)![0];
  const span = { start: offset - word.length, end: offset };
  const [, verb, rest] = /^(\S+)\s+(.*)/.exec(said) ?? [];
  if (verb === undefined)
    return smtpCommands
      .filter((c) => !c.status)
      .map((c) => ({
        label: c.verb,
        kind: CompletionItemKind.Keyword,
        span,
        text: BEGINNINGS[c.verb] ?? c.verb,
        snippet: c.verb in BEGINNINGS,
        detail: t(c.what),
        documentation: commandEntry(c),
      }));
  const on = verb.toUpperCase();
  if (on === 'AUTH' && rest === word)
    return saslMechanisms
      .filter((m) => !m.status || m.name === 'LOGIN' || m.name === 'XOAUTH2')
      .map((m) => ({
        label: m.name,
        kind: CompletionItemKind.EnumMember,
        span,
        text: m.name,
        detail: t(m.what),
        documentation: mechanismEntry(m),
      }));
  if ((on !== 'MAIL' && on !== 'RCPT') || !said.includes('>')) return [];
  return mailParameters
    .filter((p) => p.on.includes(on))
    .map((p) => {
      const label = p.value ? `${p.name}=` : p.name;
      return {
        label,
        kind: CompletionItemKind.Property,
        span,
        text: label,
        detail: t(p.what),
        documentation: parameterEntry(p),
      };
    });
}

/** Commands that need something behind them. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  HELO: 'HELO ${1:host.example.org}',
  EHLO: 'EHLO ${1:host.example.org}',
  MAIL: 'MAIL FROM:<${1:sender@example.org}>',
  RCPT: 'RCPT TO:<${1:recipient@example.com}>',
};
