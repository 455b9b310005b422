/** What GNU m4 1.4.19 makes of each text, as the program itself printed it. */
import assert from 'node:assert/strict';
import { builtinMacros } from '../../../../server/src/core/routing/m4/builtins';
import { createM4, runM4 } from '../../../../server/src/core/routing/m4/engine';
import { plainText } from '../../../../server/src/core/routing/m4/pieces';
import type { M4Hooks } from '../../../../server/src/core/routing/m4/state';

function run(text: string, hooks: M4Hooks = {}): string {
  const m4 = createM4(builtinMacros(), hooks);
  const fault = runM4(m4, text);
  const kept = [...m4.diversions.keys()].sort((a, b) => a - b).map((d) => plainText(m4.diversions.get(d)!));
  return fault ? `end of file in ${fault.kind}` : kept.join('');
}

const cases: Record<string, readonly (readonly [text: string, output: string])[]> = {
  'quotes and calls': [
    ["`a'b``c''\n", "ab`c'\n"],
    ["define(`x', `<$1|$2|$#|$*|$@>')x(`a', b)\n", '<a|b|2|a,b|a,b>\n'],
    ["define(`x', `y')define(`y', `z')x `x' ``x''\n", "z x `x'\n"],
    ["define(`x', `[$1]')x( a) x (a)\n", '[a] [] (a)\n'],
    ["define(`x', `[$1]')x((a,b),c)\n", '[(a,b)]\n'],
    ["define(`x', `[$1]')x(`(')\n", '[(]\n'],
    ["define(`ab', `cd')define(`x', `a')x()b\n", 'cd\n'],
    ["changequote([,])define([x], [it's])x\n", "it's\n"],
    ['changequote(<<,>>)<<a<<b>>c>>\n', 'a<<b>>c\n'],
    ['`a\n', 'end of file in string'],
    ["define(`a', `b'\n", 'end of file in call'],
  ],
  'comments and dnl': [
    ["define(`x', `y')# x `a'\nx\n", "# x `a'\ny\n"],
    ["changecom()define(`x', `y')# x\n", '# y\n'],
    ["define(`x', `y')dnl x\nx\n", 'y\n'],
    ["define(`x',dnl a, b)\n`y')x\n", 'y\n'],
    ["changecom(`/*', `*/')define(`x', `y')/* x */ x\n", '/* x */ y\n'],
  ],
  definitions: [
    ["define(`x', `1')pushdef(`x', `2')x popdef(`x')x popdef(`x')x\n", '2 1 x\n'],
    ["define(`x', `1')undefine(`x')x\n", 'x\n'],
    ["define(`x', `a')define(`y', defn(`x'))define(`x', `b')y\n", 'a\n'],
    ["define(`skip', defn(`dnl'))skip this\nb\n", 'b\n'],
    ["define(`x', `<$2>')indir(`x', `a', `b')\n", '<b>\n'],
    ["ifdef(`x', `yes', `no') ifdef(`define', `yes', `no')\n", 'no yes\n'],
    ['define len index a\n', 'define len index a\n'],
  ],
  'choices and text': [
    ["ifelse(`a', `b', `1', `a', `a', `2', `3')ifelse(`a', `b', `1')\n", '2\n'],
    ["shift(`a', `b', `c')\n", 'b,c\n'],
    ["len(`abc') index(`hello', `l') substr(`hello', 1, 3) translit(`hello', `a-y', `b-z')\n", '3 2 ell ifmmp\n'],
    ['eval(1 + 2 * 3)eval(2 ** 3 ** 2)eval((7 > 3) && !(1 == 2))eval(-7 / 2)eval(0x1f & 6)eval(10, 16)\n', '75121-36a\n'],
    ["incr(4)decr(`4')incr(x)\n", '53\n'],
  ],
  diversions: [
    ['divert(1)b\ndivert(0)a\n', 'a\nb\n'],
    ['divert(-1)gone\ndivert(0)dnl\na\n', 'a\n'],
    ["divert(2)b\ndivert`'divnum\nundivert(2)c\n", '0\nb\nc\n'],
    ['divert(x)a\n', 'a\n'],
    ["m4wrap(`1\n')m4wrap(`2\n')a\n", 'a\n2\n1\n'],
  ],
};

describe('m4', () => {
  for (const [what, texts] of Object.entries(cases)) {
    it(what, () => {
      for (const [text, output] of texts) assert.equal(run(text), output, text);
    });
  }

  it('knows where the text it writes was written', () => {
    const places: string[] = [];
    run("define(`x', `<$1>')dnl\nx(`abc')\n", {
      output: (text, from, exact) => places.push(`${text.trim()} ${exact ? from : `~${from}`}`),
    });
    assert.deepEqual(places, ['< 13', 'abc 26', '> 16', ' 31']);
  });

  it('stops a macro that calls itself for ever', () => {
    const m4 = createM4(builtinMacros());
    assert.equal(runM4(m4, "define(`x', `x x')x"), undefined);
    assert.ok(m4.stopped);
  });
});
