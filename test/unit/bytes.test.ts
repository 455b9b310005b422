import assert from 'node:assert/strict';
import { bytesOfText, readable, readableAll, textOfBytes } from '../../server/src/core/bytes';

const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('bytes', () => {
  it('keeps every byte of a log but a byte order mark', () => {
    const all = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('');
    assert.equal(textOfBytes(all), all);
    assert.equal(textOfBytes(utf8('\ufeff220 é')), utf8('220 é'));
  });

  it('decodes what a console wrote as UTF-16', () => {
    const little = Buffer.from('\ufeff220 ok\r\n', 'utf16le');
    assert.equal(textOfBytes(little.toString('latin1')), '220 ok\r\n');
    assert.equal(textOfBytes(Buffer.from(little).swap16().toString('latin1')), '220 ok\r\n');
  });

  it('gives a changed text the encoding it had', () => {
    const little = Buffer.from('\ufeff220 é\ud83d\udce7\r\n', 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16(), Buffer.from('\ufeff220 é'), Buffer.from('220 \xe9', 'latin1')]) {
      const text = bytes.toString('latin1');
      assert.equal(bytesOfText(textOfBytes(text), text), text);
    }
  });

  it('shows UTF-8 as its characters and other bytes as they are', () => {
    assert.equal(readable(utf8('Grüße, 你好')), 'Grüße, 你好');
    assert.equal(readable('Gr\xfc\xdfe'), 'Grüße');
    assert.equal(readable('你好 é'), '你好 é');
    assert.deepEqual(readableAll({ a: [utf8('é'), 1, null, undefined], b: { c: true } }), {
      a: ['é', 1, null, undefined],
      b: { c: true },
    });
  });
});
