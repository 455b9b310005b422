import assert from 'node:assert/strict';
import { mc } from '../../../../server/src/core/config/mc/language';
import type { OutlineNode } from '../../../../server/src/core/language';
import { cursor } from '../../../support/marked';

const file = `divert(-1)
# about this file
divert(0)dnl
VERSIONID(\`mine')dnl
OSTYPE(\`linux')dnl
dnl one
dnl two
define(\`CERT_DIR', \`/etc/mail/certs')dnl
define(\`confSERVER_CERT', \`CERT_DIR/host.pem')dnl
FEATURE(\`access_db', \`hash -T<TMPF> /etc/mail/access')dnl
MASQUERADE_AS(\`example.com')dnl
INPUT_MAIL_FILTER(\`clam', \`S=local:/run/clam.sock, F=T')dnl
define(\`confINPUT_MAIL_FILTERS', \`clam')dnl
MAILER(\`smtp')dnl
LOCAL_CONFIG
Kmymap hash /etc/mail/mymap
LOCAL_RULESETS
Smine
R$*	$@ $1
R$+	$: $1
`;

function outline(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap((n) => [
    `${indent}${n.name}${n.detail ? ` | ${n.detail}` : ''}`,
    ...outline(n.children ?? [], indent + '  '),
  ]);
}

describe('outline, folds and links of an .mc file', () => {
  it('lists what the file sets and turns on, and the lines of its sections', () => {
    assert.deepEqual(outline(mc.symbols!(mc.parse(file))), [
      'linux | OSTYPE',
      'CERT_DIR | /etc/mail/certs',
      'confSERVER_CERT | CERT_DIR/host.pem',
      'access_db | FEATURE hash -T<TMPF> /etc/mail/access',
      'MASQUERADE_AS | example.com',
      'clam | INPUT_MAIL_FILTER S=local:/run/clam.sock, F=T',
      'confINPUT_MAIL_FILTERS | clam',
      'smtp | MAILER',
      'LOCAL_CONFIG',
      '  mymap | hash /etc/mail/mymap',
      'LOCAL_RULESETS',
      '  mine',
    ]);
  });

  it('folds what is thrown away, blocks of comments and sections', () => {
    assert.deepEqual(
      mc.folds!(mc.parse(file)).map((f) => `${f.startLine}-${f.endLine} ${f.kind}`),
      ['0-2 comment', '5-6 comment', '14-15 region', '16-19 region'],
    );
  });

  /** The texts found from the place of the cursor, each with its line (from 1). */
  const linked = (marked: string, how: 'definition' | 'references'): string[] => {
    const { text, offset } = cursor(marked);
    return mc[how]!(mc.parse(text), offset).map(
      (s) => `${text.slice(0, s.start).split('\n').length} ${text.slice(s.start, s.end)}`,
    );
  };

  it('leads from the use of a name to its define, and to all uses', () => {
    const use = file.replace('`CERT_DIR/host', '`CERT_|DIR/host');
    assert.deepEqual(linked(use, 'definition'), ['8 CERT_DIR']);
    assert.deepEqual(linked(use, 'references'), ['8 CERT_DIR', '9 CERT_DIR']);
    assert.deepEqual(linked(file.replace('dnl one', 'dnl CERT_|DIR'), 'references'), ['8 CERT_DIR', '9 CERT_DIR']);
    assert.deepEqual(linked(file.replace('MASQUERADE', 'MASQ|UERADE'), 'definition'), []);
  });

  it('leads from the list of filters to their definitions and back', () => {
    assert.deepEqual(linked(file.replace("FILTERS', `clam", "FILTERS', `cl|am"), 'definition'), ['12 clam']);
    assert.deepEqual(linked(file.replace('FILTER(`clam', 'FILTER(`cl|am'), 'references'), ['12 clam', '13 clam']);
    const two = "INPUT_MAIL_FILTER(`spf', `S=local:/x')\nINPUT_MAIL_FILTER(`clam', `S=local:/y')\n";
    const listed = (list: string): string => `${two}define(\`confINPUT_MAIL_FILTERS', \`${list}')`;
    assert.deepEqual(linked(listed('sp|f, clam'), 'definition'), ['1 spf']);
    assert.deepEqual(linked(listed('spf, cl|am'), 'definition'), ['2 clam']);
  });
});
