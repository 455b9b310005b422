import assert from 'node:assert/strict';
import { accessTags } from '../../../server/src/core/knowledge/accessTags';
import { cfLines, otherOptions } from '../../../server/src/core/knowledge/cfLines';
import { cfClasses, cfMacros, cfRulesets, type CfNameRow } from '../../../server/src/core/knowledge/cfNames';
import { conf } from '../../../server/src/core/knowledge/conf';
import { defines } from '../../../server/src/core/knowledge/defines';
import { directives } from '../../../server/src/core/knowledge/directives';
import { enums } from '../../../server/src/core/knowledge/enums';
import { features } from '../../../server/src/core/knowledge/features';
import { m4builtins } from '../../../server/src/core/knowledge/m4builtins';
import { mailerFlags } from '../../../server/src/core/knowledge/mailerFlags';
import { mailers } from '../../../server/src/core/knowledge/mailers';
import { mapFlags, mapTypes } from '../../../server/src/core/knowledge/maps';
import { domains, hacks, ostypes } from '../../../server/src/core/knowledge/ostypes';
import names from '../../fixtures/names.json';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

/** Their source is that of the whole file. */
function sourced(rows: readonly CfNameRow[]): Row[] {
  return rows.map((row) => ({ ...row, source: 'cfNames.ts' }));
}

const tables: Readonly<Record<string, readonly Row[]>> = {
  features,
  conf,
  defines,
  directives,
  mailers,
  mailerFlags,
  ostypes,
  domains,
  hacks,
  m4builtins,
  mapTypes,
  mapFlags,
  cfLines,
  otherOptions,
  cfMacros: sourced(cfMacros),
  cfClasses: sourced(cfClasses),
  cfRulesets: sourced(cfRulesets),
  ...Object.fromEntries(enums.map((e) => [e.name, e.values.map((v) => ({ ...v, source: e.source }))])),
};

const LONGEST = 400;

describe('knowledge of the configuration', () => {
  for (const [table, rows] of Object.entries(tables)) {
    it(`${table}: one row a name, each with a text that ends with a full stop and a source`, () => {
      const seen = new Set<string>();
      for (const row of rows) {
        assert.ok(!seen.has(row.name), `${row.name} twice`);
        seen.add(row.name);
        assert.match(row.text, /^[^\s].*[.?]$/s, row.name);
        assert.ok(row.text.length <= LONGEST, `${row.name}: ${row.text.length} characters`);
        assert.ok(row.text.split('`').length % 2 === 1, `${row.name}: a backtick without its other`);
        assert.ok(row.source !== '', row.name);
      }
    });
  }

  it('has every name sendmail 8.17.1 has', () => {
    const missing: string[] = [];
    const demand = (what: string, wanted: readonly string[], rows: readonly { name: string }[]): void => {
      const have = new Set(rows.map((r) => r.name));
      missing.push(...wanted.filter((n) => !have.has(n)).map((n) => `${what} ${n}`));
    };
    demand('feature', names.features, features);
    demand('conf', names.conf, conf);
    demand('define', names.defines, defines);
    demand('directive', names.directives, directives);
    demand('mailer', names.mailers, mailers);
    demand('ostype', names.ostypes, ostypes);
    demand('domain', names.domains, domains);
    demand('hack', names.hacks, hacks);
    demand('access tag', names.accessTags, accessTags);
    demand('map type', names.mapTypes, mapTypes);
    demand('map flag', names.mapFlags, mapFlags);
    for (const [list, values] of Object.entries(names.values)) {
      demand(list, values, enums.find((e) => e.name === list)?.values ?? []);
    }
    demand('daemon modifier', names.daemonModifiers, enums.find((e) => e.name === 'DaemonModifiers')!.values);
    demand('milter key', names.milterKeys, enums.find((e) => e.name === 'MilterKeys')!.values);
    assert.deepEqual(missing, []);
  });

  it('names only what exists: lists of values, features, mailers, directives, replacements', () => {
    const has = (rows: readonly { name: string }[], name: string): boolean => rows.some((r) => r.name === name);
    for (const row of conf) if (row.values) assert.ok(has(enums, row.values), `${row.name}: ${row.values}`);
    for (const row of features) {
      assert.equal(row.args.length, row.argsMax, row.name);
      for (const name of row.requires ?? []) assert.ok(has(features, name), `${row.name}: ${name}`);
      for (const name of [...(row.mustPrecedeMailer ?? []), ...(row.callsMailers ?? [])])
        assert.ok(has(mailers, name), `${row.name}: ${name}`);
      for (const name of row.needs ?? []) assert.ok(has(directives, name), `${row.name}: ${name}`);
      if (row.replacement) assert.ok(has(features, row.replacement) || has(conf, row.replacement), row.name);
      const optionals = row.args.map((a) => a.optional === true);
      assert.deepEqual(optionals, [...optionals].sort(), `${row.name}: an argument that must be there behind one that need not`);
    }
    for (const row of mailers) for (const name of row.after ?? []) assert.ok(has(mailers, name), `${row.name}: ${name}`);
  });
});
