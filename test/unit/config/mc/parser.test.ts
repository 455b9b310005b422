import assert from 'node:assert/strict';
import { argumentAt, callAt } from '../../../../server/src/core/config/mc/model';
import { parseMc } from '../../../../server/src/core/config/mc/parser';
import { cursor } from '../../../support/marked';

/** Calls as `name(arguments) context`, those of dnl and divert left out. */
function calls(text: string): string[] {
  return parseMc(text)
    .calls.filter((c) => c.name !== 'dnl' && c.name !== 'divert')
    .map(
      (c) =>
        `${c.name}(${c.args.map((a) => a.text).join('|')})${c.context === 'live' ? '' : ' ' + c.context}${c.closed ? '' : ' open'}`,
    );
}

function faults(text: string): string[] {
  return parseMc(text).faults.map((f) => `${f.kind} ${JSON.stringify(text.slice(f.start, f.end))}@${f.start}`);
}

describe('the reader of .mc files', () => {
  it('takes one level of quotes off the arguments', () => {
    assert.deepEqual(calls("define(`confDEF_USER_ID', ``8:12'')dnl\n"), ["define(confDEF_USER_ID|`8:12')"]);
    assert.deepEqual(calls('MAILER(local)\nMAILER( smtp )\n'), ['MAILER(local)', 'MAILER(smtp )']);
  });

  it('knows the calls m4 does not run', () => {
    assert.deepEqual(calls("dnl FEATURE(`a')\nFEATURE(`b')dnl MAILER(c)\n"), ['FEATURE(a) dnl', 'FEATURE(b)', 'MAILER(c) dnl']);
    assert.deepEqual(calls("ifdef(`nowhere', `FEATURE(`a')', `FEATURE(`b')')dnl\n"), [
      "ifdef(nowhere|FEATURE(`a')|FEATURE(`b'))",
      'FEATURE(a) quoted',
      'FEATURE(b)',
    ]);
    assert.deepEqual(calls("define(`MINE', `FEATURE(`a')')dnl\n"), ["define(MINE|FEATURE(`a'))", 'FEATURE(a) quoted']);
  });

  it('runs what is in # lines once cf.m4 is there, and nothing of it before', () => {
    assert.deepEqual(calls("# FEATURE(`a')\n"), ['FEATURE(a) hash']);
    assert.deepEqual(calls("# FEATURE(`a') it's\ninclude(`../m4/cf.m4')\n# FEATURE(`b')\n"), [
      'FEATURE(a) comment',
      'include(../m4/cf.m4)',
      'FEATURE(b) hash',
    ]);
  });

  it('runs a macro of the file itself where it is called', () => {
    const model = parseMc("define(`MINE', `FEATURE(`$1')')dnl\nMINE(`access_db')\n");
    assert.deepEqual(
      model.run.filter((c) => c.name !== 'dnl').map((c) => c.name),
      ['define', 'MINE', 'FEATURE'],
    );
    assert.equal(model.run.at(-1)!.args[0]!.text, 'access_db');
  });

  it('follows changequote', () => {
    assert.deepEqual(calls("changequote([, ])dnl\nFEATURE([it's])dnl\nchangequote(`,')dnl\nFEATURE(`b')\n"), [
      'changequote([|])',
      "FEATURE(it's)",
      "changequote(`|')",
      'FEATURE(b)',
    ]);
  });

  it('keeps the lines of sections with their diversion', () => {
    const model = parseMc("LOCAL_CONFIG\nCwexample.com\nMAILER(`local')dnl\nLOCAL_RULE_0\nRa\tb\n");
    assert.deepEqual(
      model.sections.map((s) => [s.name, model.source.text.slice(s.span.start, s.span.end)]),
      [
        ['LOCAL_CONFIG', "\nCwexample.com\nMAILER(`local')dnl\n"],
        ['LOCAL_RULE_0', '\nRa\tb\n'],
      ],
    );
    assert.deepEqual(
      model.texts.map((t) => [t.diversion, t.text]),
      [
        [6, '\nCwexample.com\n'],
        [3, '\nRa\tb\n'],
      ],
    );
  });

  describe('in a damaged file', () => {
    it('ends an open quote where its line suggests, and reads on', () => {
      const text = "define(`confTO_CONNECT', `1m)dnl\nFEATURE(`use_cw_file')dnl\n";
      assert.deepEqual(faults(text), ['open-quote "`"@25']);
      assert.deepEqual(calls(text), ['define(confTO_CONNECT|1m)', 'FEATURE(use_cw_file)']);
      assert.deepEqual(calls("define(`confTO_CONNECT, `1m')dnl\nFEATURE(`a')\n"), ['define(confTO_CONNECT|1m)', 'FEATURE(a)']);
    });

    it('is not misled by an apostrophe further down', () => {
      const text = "FEATURE(`access_db)dnl\nFEATURE(`b')dnl\ndnl don't\nMAILER(`local')\n";
      assert.deepEqual(faults(text), ['open-quote "`"@8']);
      assert.deepEqual(calls(text), ['FEATURE(access_db)', 'FEATURE(b)', 'MAILER(local)']);
    });

    it('takes a second backtick and a mangled @# for the closing quote', () => {
      assert.deepEqual(faults("FEATURE(`a`)dnl\nFEATURE(`b')\n"), ['wrong-close "`"@10']);
      assert.deepEqual(faults('define(`x@#,``8:12@#@#)\n'), ['mangled "@#"@9', 'mangled "@#"@18', 'mangled "@#"@20']);
    });

    it('ends an open call where the next directive starts a line', () => {
      const text = "define(`confTO_CONNECT', `1m'dnl\nFEATURE(`use_cw_file')dnl\n";
      assert.deepEqual(faults(text), ['open-call "define"@0']);
      assert.deepEqual(calls(text), ['define(confTO_CONNECT|1m) open', 'FEATURE(use_cw_file)']);
    });
  });

  describe('callAt and argumentAt', () => {
    const at = (marked: string): string | undefined => {
      const { text, offset } = cursor(marked);
      const found = argumentAt(parseMc(text), offset);
      return found && `${found.call.name} ${found.index} ${text.slice(found.argument.span.start, found.argument.span.end)}`;
    };
    it('find the innermost call while it is being typed', () => {
      assert.equal(at("FEATURE(`acc|\nMAILER(`smtp')dnl\n"), 'FEATURE 0 acc');
      assert.equal(at("FEATURE(`access_db', `hash |\nMAILER(`smtp')dnl\n"), 'FEATURE 1 hash');
      assert.equal(at('FEATURE(|'), 'FEATURE 0 ');
      assert.equal(at("define(`confX', shift(`a', `b|'))"), 'shift 1 b');
      assert.equal(at("dnl FEATURE(`acc|')\n"), 'FEATURE 0 acc');
    });
    it('find a call by its name and end behind its parenthesis', () => {
      const { text, offset } = cursor("LOC|AL_CONFIG\nFEATURE(`a')x");
      const model = parseMc(text);
      assert.equal(callAt(model, offset)?.name, 'LOCAL_CONFIG');
      assert.equal(callAt(model, text.length - 1), undefined);
    });
  });
});
