import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { claims, languageOfPath } from '../../server/src/core/languages';

interface Contributed {
  readonly id: string;
  readonly filenames?: string[];
  readonly extensions?: string[];
  readonly filenamePatterns?: string[];
  readonly firstLine?: string;
  readonly configuration?: string;
}

interface Manifest {
  readonly contributes: {
    readonly languages: Contributed[];
    readonly commands: { command: string; title: string }[];
    readonly grammars?: { language?: string; scopeName: string; path: string }[];
    readonly walkthroughs: { steps: { media: { markdown: string } }[] }[];
    readonly menus: Record<string, { command: string; when?: string }[]>;
    readonly configuration: { properties: Record<string, object> };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;
const ours = contributes.languages.filter((l) => l.id !== 'postmaster-report');

describe('package.json', () => {
  it('claims the same files for the editor as the command line does', () => {
    for (const claim of claims) {
      const language = ours.find((l) => l.id === claim.id);
      assert.ok(language, claim.id);
      assert.deepEqual(language.filenames ?? [], claim.names ?? [], claim.id);
      assert.deepEqual(language.extensions ?? [], claim.extensions ?? [], claim.id);
      assert.deepEqual(language.filenamePatterns ?? [], claim.mailNames?.map((n) => `**/mail/${n}`) ?? [], claim.id);
    }
    assert.deepEqual(ours.map((l) => l.id).sort(), claims.map((c) => c.id).sort());
  });

  it('never claims names that belong to others', () => {
    for (const name of ['foo.mc', 'mail.log', 'notes.txt', 'access', 'access.log', 'tcp.conf']) {
      assert.equal(languageOfPath('/home/me/' + name), undefined, name);
    }
  });

  it('knows files by their first line only where it can be nothing else', () => {
    const firstLines: [string, string | undefined][] = [
      ['divert(-1)dnl', 'sendmail-mc'],
      ['divert(0)', 'sendmail-mc'],
      ['dnl #', 'sendmail-mc'],
      ['dnl This is the sendmail macro config file for m4.', 'sendmail-mc'],
      ["include(`/usr/share/sendmail/cf/m4/cf.m4')", 'sendmail-mc'],
      ["include(`../m4/cf.m4')", 'sendmail-mc'],
      ['dnl Process this file with autoconf to produce a configure script.', undefined],
      ['dnl Copyright (C) 2004 Free Software Foundation, Inc.', undefined],
      ['dnlx', undefined],
      ['12846 >>> 220 mail.example.com ESMTP Sendmail 8.17.1.9/8.17.1.9; Sun, 22 Nov 2026 03:50:56 GMT', 'smtp-transcript'],
      ['06355 === CONNECT relay.example.net.', 'smtp-transcript'],
      ['[rx] 220 mail.example.com ESMTP', 'smtp-transcript'],
      ['=== Trying 127.0.0.1:25...', 'smtp-transcript'],
      ['S: 220 mail.example.com ESMTP', 'smtp-transcript'],
      ['C: EHLO client.example.org', 'smtp-transcript'],
      ['bob@example.org... Connecting to [127.0.0.1] via relay...', 'smtp-transcript'],
      ["# SMTP session recorded by Postmaster, client's side.", 'smtp-transcript'],
      ['S: 1234', undefined],
      ['C: drive', undefined],
      ['12 >>> x', undefined],
      ['<<<<<<< HEAD', undefined],
    ];
    const patterns = contributes.languages.flatMap((l) => (l.firstLine ? [{ id: l.id, pattern: new RegExp(l.firstLine) }] : []));
    for (const [line, expected] of firstLines) {
      assert.deepEqual(
        patterns.filter((p) => p.pattern.test(line)).map((p) => p.id),
        expected ? [expected] : [],
        line,
      );
    }
  });

  it('names files that are there', () => {
    const files = [
      ...contributes.languages.flatMap((l) => l.configuration ?? []),
      ...(contributes.grammars ?? []).map((g) => g.path),
      ...contributes.walkthroughs.flatMap((w) => w.steps.map((s) => s.media.markdown)),
    ];
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('has a text in every language for each of its placeholders', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((m) => m[1]!));
    for (const file of ['package.nls.json', 'package.nls.de.json', 'package.nls.zh-cn.json']) {
      const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      assert.deepEqual(Object.keys(texts).sort(), [...used].sort(), file);
    }
  });

  it('names every rule that can be set, as its page describes it (else run: node scripts/rule-schema.mjs)', async () => {
    const url = pathToFileURL(path.resolve('scripts/rule-schema.mjs')).href;
    const script = (await import(url)) as { ruleProperties(): Record<string, object> };
    const schema = contributes.configuration.properties['postmaster.rules'] as { properties: Record<string, object> };
    assert.deepEqual(schema.properties, script.ruleProperties());
  });

  it('puts only its own commands into menus', () => {
    const commands = new Set(contributes.commands.map((c) => c.command));
    for (const [menu, items] of Object.entries(contributes.menus)) {
      for (const item of items) assert.ok(commands.has(item.command), `${menu}: ${item.command}`);
    }
  });

  it('selects by a double click what belongs together', () => {
    const words: Record<string, string[]> = {
      'sendmail-mc': ['confPRIVACY_FLAGS', 'always_add_domain', 'MASQUERADE_AS'],
      'mail-aliases': ['MAILER-DAEMON', 'bob.jones', 'example.org', 'list+tag'],
      'sendmail-access': ['spam.example.net', '192.168.11', 'RELAY', '5.7.1'],
      'sendmail-virtusertable': ['first.last', 'example.org'],
      'smtp-transcript': ['4.7.1', '451', 'mail.example.com', 'X-PRIORITY', 'AUTH'],
    };
    for (const [id, expected] of Object.entries(words)) {
      const { configuration } = contributes.languages.find((l) => l.id === id)!;
      const { wordPattern } = JSON.parse(readFileSync(configuration!, 'utf8')) as { wordPattern: string };
      for (const word of expected) {
        for (const text of [word, ` ${word} `, `<${word}>`, `${word}:`, `"${word}",`]) {
          assert.ok(text.match(new RegExp(wordPattern, 'g'))?.includes(word), `${id}: ${text}`);
        }
      }
    }
  });

  it('has language configurations that an editor can read', () => {
    for (const language of contributes.languages) {
      if (!language.configuration) continue;
      const configuration = JSON.parse(readFileSync(language.configuration, 'utf8')) as { wordPattern?: string };
      if (configuration.wordPattern) assert.ok(!new RegExp(configuration.wordPattern).test(''), language.id);
    }
  });
});
