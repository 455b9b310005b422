import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCsv } from '../../../server/src/core/smtp/formats/csv';
import { readLiteral } from '../../../server/src/core/smtp/formats/literal';

describe("Python's literals", () => {
  const lines = (literal: string): unknown[] => readLiteral(literal, 0).map((l) => [l.text, l.eol]);

  it('are cut into lines of the wire, with the line ends they had', () => {
    assert.deepEqual(lines(String.raw`b'one\r\ntwo\nthree\rfour\r\n'`), [
      ['one', 'crlf'],
      ['two', 'lf'],
      ['three\rfour', 'crlf'],
    ]);
    assert.deepEqual(lines(String.raw`'\r\n.\r\n'`), [
      ['', 'crlf'],
      ['.', 'crlf'],
    ]);
    assert.deepEqual(lines("b''"), []);
  });

  it('have their escapes undone', () => {
    assert.deepEqual(lines(String.raw`b'na\xc3\xafve\t\\ \'x\' \q'`), [["na\xc3\xafve\t\\ 'x' \\q", undefined]]);
    assert.deepEqual(lines(String.raw`"it's \u20ac \x4"`), [["it's € \\x4", undefined]]);
  });

  it('keep the place of each line', () => {
    const text = String.raw`send: b'a\\b\r\nc'`;
    assert.deepEqual(
      readLiteral(text, 6).map((l) => text.slice(l.start, l.end)),
      [String.raw`a\\b`, 'c'],
    );
  });

  it('may end anywhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\\', 'x', 'r', 'n', "'", '4', 'u', 'b') }), (text) => {
        for (const l of readLiteral(text, 0)) assert.ok(l.start >= 0 && l.start <= l.end && l.end <= text.length);
      }),
    );
  });
});

describe('comma-separated values', () => {
  it('are read with their quotes and places', () => {
    const line = 'a,"b, ""c""",,d';
    const fields = readCsv(line);
    assert.deepEqual(
      fields.map((f) => f.text),
      ['a', 'b, "c"', '', 'd'],
    );
    assert.deepEqual(
      fields.map((f) => line.slice(f.start, f.end)),
      ['a', 'b, ""c""', '', 'd'],
    );
  });

  it('may be broken', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', 'a') }), (line) => {
        for (const f of readCsv(line)) assert.ok(f.start >= 0 && f.start <= f.end && f.end <= line.length);
      }),
    );
  });
});
