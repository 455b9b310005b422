/** Any text that looks a little like an .mc file, and an offset in it. */
import fc from 'fast-check';

const words = [
  ...['FEATURE', 'define', 'DAEMON_OPTIONS', 'ifdef', 'dnl', 'access_db', 'confLOG_LEVEL'],
  ...['(', ')', '`', "'", ',', '\n', ' ', '=', 'M='],
];

export const anyMc = fc
  .record({ words: fc.array(fc.constantFrom(...words), { maxLength: 30 }), at: fc.nat(200) })
  .map((made): { readonly text: string; readonly offset: number } => {
    const text = made.words.join('');
    return { text, offset: Math.min(made.at, text.length) };
  });
