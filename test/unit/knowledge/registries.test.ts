import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commandReplies } from '../../../server/src/core/knowledge/commandReplies';
import { enhancedClasses, enhancedCodes, enhancedSubjects } from '../../../server/src/core/knowledge/enhancedCodes';
import { extensions } from '../../../server/src/core/knowledge/extensions';
import { headers } from '../../../server/src/core/knowledge/headers';
import { mailParameters } from '../../../server/src/core/knowledge/mailParameters';
import { replyCodes } from '../../../server/src/core/knowledge/replyCodes';
import { saslMechanisms } from '../../../server/src/core/knowledge/sasl';
import { smtpCommands } from '../../../server/src/core/knowledge/smtpCommands';
import { commandOf, extensionOf, headerOf, mechanismOf, parameterOf } from '../../../server/src/core/smtp/entries';

/** A list copied from a registry, with its date. */
function registry(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(process.cwd(), 'test/fixtures/registries', name), 'utf8')) as Record<string, unknown>;
}

describe('knowledge against the registries', () => {
  it('has every enhanced status code with its basic codes', () => {
    const { codes } = registry('enhanced-status-codes.json') as { codes: Record<string, number[]> };
    assert.deepEqual(Object.fromEntries(enhancedCodes.map((c) => [c.code, [...(c.basic ?? [])]])), codes);
  });

  it('has every class and subject', () => {
    const { classes, subjects } = registry('enhanced-status-codes.json') as { classes: string[]; subjects: string[] };
    assert.deepEqual(Object.keys(enhancedClasses), classes);
    assert.deepEqual(Object.keys(enhancedSubjects), subjects);
  });

  it('has every reply code of RFC 5321, and each only once, in order', () => {
    const { codes } = registry('rfc5321-replies.json') as { codes: number[] };
    const known = replyCodes.map((c) => c.code);
    assert.deepEqual(
      codes.filter((c) => !known.includes(c)),
      [],
    );
    assert.deepEqual(
      known,
      [...new Set(known)].sort((a, b) => a - b),
    );
  });

  it('has the replies RFC 5321 gives each command', () => {
    const { commands } = registry('rfc5321-replies.json') as { commands: Record<string, number[]> };
    const names: Record<string, string> = { connection: '(greeting)', 'DATA (after final dot)': '(end of data)' };
    for (const [command, codes] of Object.entries(commands)) {
      const row = commandReplies.find((r) => r.command === (names[command] ?? command));
      assert.ok(row, command);
      const known = [...row.success, ...(row.intermediate ?? []), ...row.refusal, 500, 501];
      assert.deepEqual(
        codes.filter((c) => !known.includes(c)),
        [],
        command,
      );
    }
  });

  it('explains every code that a command may have', () => {
    const known = new Set(replyCodes.map((c) => c.code));
    for (const row of commandReplies)
      for (const code of [...row.success, ...(row.intermediate ?? []), ...row.refusal]) assert.ok(known.has(code), `${code}`);
  });

  it('has every registered service extension and its verbs', () => {
    const { keywords } = registry('extensions.json') as { keywords: string[] };
    assert.deepEqual(
      keywords.filter((k) => !extensions.some((e) => e.keyword === k)),
      [],
    );
    const standard = extensions.filter((e) => !e.status).flatMap((e) => e.verbs ?? []);
    assert.deepEqual(
      standard.filter((v) => !smtpCommands.some((c) => c.verb === v)),
      [],
    );
  });

  it('has the login mechanisms, and every parameter has its extension', () => {
    const { names } = registry('sasl-mechanisms.json') as { names: string[] };
    assert.deepEqual(
      names.filter((n) => !saslMechanisms.some((m) => m.name === n)),
      [],
    );
    assert.deepEqual(
      mailParameters.filter((p) => !extensions.some((e) => e.keyword === p.extension)).map((p) => p.name),
      [],
    );
  });

  it('knows every name of the lists, and says how many there are', () => {
    const lists = registry('names.json') as Record<string, (string | number)[]>;
    const known: Record<string, (name: string) => unknown> = {
      replyCodes: (code) => replyCodes.find((r) => r.code === Number(code)),
      extensions: extensionOf,
      parameters: parameterOf,
      mechanisms: mechanismOf,
      verbs: commandOf,
      headers: (name) => headerOf(name.replace('*', 'Test')),
    };
    for (const [list, find] of Object.entries(known)) {
      const names = lists[list]!.map(String);
      assert.deepEqual(
        names.filter((name) => !find(name)),
        [],
        list,
      );
    }
    const counts = Object.fromEntries(Object.keys(known).map((list) => [list, lists[list]!.length]));
    assert.deepEqual(counts, { replyCodes: 70, extensions: 73, parameters: 31, mechanisms: 34, verbs: 49, headers: 274 });
  });

  it('names everything once and says where it is from', () => {
    for (const [names, sources] of [
      [extensions.map((e) => e.keyword), extensions.map((e) => e.source)],
      [smtpCommands.map((c) => c.verb), smtpCommands.map((c) => c.source)],
      [saslMechanisms.map((m) => m.name), saslMechanisms.map((m) => m.source)],
      [mailParameters.map((p) => p.name), mailParameters.map((p) => p.source)],
      [headers.map((h) => h[0].toLowerCase()), headers.map((h) => [h[2]])],
    ] as const) {
      assert.equal(new Set(names).size, names.length, names.filter((n, i) => names.indexOf(n) !== i).join());
      assert.ok(sources.every((s) => s.length > 0 && s.every(Boolean)));
    }
  });

  it('is written in whole sentences without exclamation marks', () => {
    const texts = [...replyCodes, ...enhancedCodes, ...extensions, ...smtpCommands, ...saslMechanisms, ...mailParameters].flatMap(
      (r) => [r.text, 'todo' in r ? (r.todo ?? '') : ''],
    );
    for (const text of [...texts.filter(Boolean), ...headers.map((h) => h[1])]) assert.match(text, /^[^!]*[.?]$/u, text);
  });
});
