/** Every rule has a page in docs/rules, and the page tells the truth: its bad example yields the rule, its good one does not. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { accessRules } from '../../server/src/core/config/access/validate';
import { aliasRules } from '../../server/src/core/config/aliases/validate';
import { cfRules } from '../../server/src/core/config/cf/validate';
import { domainsRules } from '../../server/src/core/config/domains/validate';
import { mcOwnRules } from '../../server/src/core/config/mc/validate';
import { tableRules } from '../../server/src/core/config/tables/validate';
import { tcpRulesRules } from '../../server/src/core/config/tcprules/validate';
import { mailFolder, type FolderFile, type MailFolder } from '../../server/src/core/config/folder/model';
import { folderRules, validateFolder } from '../../server/src/core/config/folder/validate';
import type { LanguageId } from '../../server/src/core/language';
import { languages } from '../../server/src/core/languages';
import { addressOf } from '../../server/src/core/markdown';
import { rules as smtpRules } from '../../server/src/core/smtp/validate';

const folder = 'docs/rules';

/** What a page says: the rule in its title, its severity, and its two examples with their language. */
interface Page {
  readonly rule: string;
  readonly severity: string;
  readonly bad: Example;
  readonly good: Example;
}

interface Example {
  readonly language: string;
  readonly text: string;
}

function readPage(path: string): Page {
  const text = readFileSync(path, 'utf8');
  const shape =
    /^# (\S+)\n\n?(Error|Warning|Information|Hint)\. [^\n]+\n[\s\S]*## Why\n[\s\S]+## Bad\n\n?```(\S+)\n([\s\S]*?)```\n[\s\S]*## Good\n\n?```(\S+)\n([\s\S]*?)```\n[\s\S]*## Source\n/;
  const m = shape.exec(text);
  assert.ok(m, `${path} has not the shape of a rule's page`);
  const [, rule, severity, badLanguage, bad, goodLanguage, good] = m;
  return {
    rule: rule!,
    severity: severity!,
    bad: { language: badLanguage!, text: bad! },
    good: { language: goodLanguage!, text: good! },
  };
}

/** The rules an example yields; a lone carriage return or a blank at a line's end, which no Markdown file keeps, is written ␍ or ␠. */
function rulesOf({ language, text }: Example): string[] {
  const found = languages.get(language)!;
  return (found.validate?.(found.parse(text.replaceAll('␍', '\r').replaceAll('␠', ' '))) ?? []).map((p) => p.rule);
}

/** The files of a section of a page about a folder: each fence one file, named in the fence or as its language's file is. */
function folderOf(section: string): MailFolder {
  const files = [...section.matchAll(/```(\S+)(?: (\S+))?\n([\s\S]*?)```/g)].map(([, language, named, text]): FolderFile => {
    const name = named ?? (language === 'sendmail-mc' ? 'sendmail.mc' : language!.replace(/^(sendmail|mail)-/, ''));
    return { uri: name, name, language: language as LanguageId, model: languages.get(language!)!.parse(text!) };
  });
  return mailFolder(files);
}

describe('docs/rules/folder', () => {
  for (const { id, severity } of folderRules) {
    it(`${id} has a page that is true`, () => {
      const text = readFileSync(`${folder}/${id}.md`, 'utf8');
      const parts =
        /^# (\S+)\n\n(Error|Warning|Information|Hint)\. [^\n]+\n\n## Why\n\n[\s\S]+\n## Bad\n([\s\S]+)\n## Good\n([\s\S]+)\n## Source\n/.exec(
          text,
        );
      assert.ok(parts, 'not the shape of a page');
      const [, title, said, bad, good] = parts;
      assert.equal(title, id);
      assert.equal(said!.toLowerCase(), severity);
      const found = (section: string) => [...validateFolder(folderOf(section)).values()].flat();
      assert.ok(
        found(bad!).some((p) => p.rule === id && p.severity === severity),
        'the bad example does not yield the rule',
      );
      assert.deepEqual(
        found(good!).map((p) => p.rule),
        [],
      );
    });
  }
});

describe('docs/rules', () => {
  for (const { id, source } of smtpRules) {
    if (source === undefined) continue;
    it(`${id} links to the RFC its page names, which the editor can open`, () => {
      assert.ok(addressOf(source), source);
      const [, rfc, section] = /^(RFC \d+) ([\d.]+)$/.exec(source)!;
      const written = readFileSync(`${folder}/${id}.md`, 'utf8').split('## Source')[1]!;
      assert.match(written, new RegExp(`${rfc} (?:[\\d.]+\\b,? (?:to )?){0,4}${section!.replaceAll('.', '\\.')}(?![.\\d]*\\d)`));
    });
  }

  const own = [accessRules, aliasRules, ...Object.values(tableRules), domainsRules, tcpRulesRules, cfRules, mcOwnRules];
  for (const rule of new Set(own.flatMap((rules): { id: string }[] => [...rules]).map((r) => r.id))) {
    it(`has a page for ${rule}`, () => assert.ok(existsSync(`${folder}/${rule}.md`)));
  }

  for (const namespace of [
    'map',
    'access',
    'aliases',
    'virtusertable',
    'mailertable',
    'domaintable',
    'genericstable',
    'domains',
    'tcprules',
    'cf',
    'mc',
  ]) {
    for (const file of readdirSync(`${folder}/${namespace}`)) {
      it(`${namespace}/${file} is true`, () => {
        const page = readPage(`${folder}/${namespace}/${file}`);
        assert.equal(page.rule, `${namespace}/${file.replace(/\.md$/, '')}`);
        assert.ok(rulesOf(page.bad).includes(page.rule), 'the bad example does not yield the rule');
        assert.ok(!rulesOf(page.good).includes(page.rule), 'the good example yields the rule');
      });
    }
  }
});
