/**
 * A thousand slips of the hand in valid files (test/support/mutations.ts), with what the real tools say of each: our verdict, error
 * or none, is theirs in 98 of 100, and where it is not, it is for a reason.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mutated, type Recorded, sourceOf } from '../../support/mutations';
import { isPlaceless, isRefusal, meets, type Reported, reportsOf } from '../../support/verdict';

/** Rules about what makemap, newaliases and m4 take in silence and what is then surely done otherwise than written. */
const silent: Record<string, string> = {
  'access/unknown-value': 'RELYA is no action: the client that was to relay is refused, with that word as the text',
  'access/value-of-tag': 'a requirement of TLS that is none requires nothing',
  'access/error-syntax': 'the whole of the value is sent as the text of the refusal',
  'domaintable/value-form': 'a blank in the value becomes part of the domain that mail goes to',
  'map/lone-cr': 'a CR in a line is part of the value',
  'mailertable/host-form': 'one host of that name is sought',
  'mailertable/mailer-missing': 'the entry is ignored',
  'mailertable/unknown-mailer': 'mail for the domain is refused',
  'mc/include-unread': 'the path of cf.m4 is put right before m4 is asked',
  'mc/unknown-macro': 'EFATURE(...) begins with a letter that sendmail.cf has lines of, so it is read as one of those',
  'virtusertable/several-recipients': 'blanks become dots: a user of that name is sought',
};

/** Complaints that are not foreseen, by a part of their text, and why. */
const unforeseen: readonly (readonly [text: RegExp, why: string])[] = [
  [/unknown (?:user|group)/, 'which users and groups there are is a matter of the machine'],
  [/No system type defined/, 'what the program prints that esyscmd runs may be an OSTYPE'],
];

/** What came of one edit. */
interface Outcome {
  readonly edit: Recorded;
  readonly type: string;
  readonly refusals: Recorded['says'];
  readonly errors: readonly Reported[];
}

function outcomes(): Outcome[] {
  const recorded = JSON.parse(readFileSync('test/fixtures/mutations.json', 'utf8')) as Recorded[];
  return recorded.map((edit) => {
    const type = edit.file.slice(0, edit.file.indexOf('/'));
    // The tools read bytes, and so does the text of a file here: a sign of several bytes is several.
    const errors = reportsOf(type, mutated(sourceOf(edit.file), edit)).filter((r) => r.severity === 'error');
    return { edit, type, refusals: edit.says.filter((s) => isRefusal(type, s)), errors };
  });
}

function told({ edit, refusals, errors }: Outcome): string {
  const { file, kind, start, end, text } = edit;
  const line = sourceOf(file).slice(0, start).split('\n').length;
  const was = sourceOf(file).slice(start, end);
  const what = `${file}:${line} ${kind} ${JSON.stringify(was)} -> ${JSON.stringify(text)}`;
  return [what, ...refusals.map((s) => `  tool ${s.join(' ')}`), ...errors.map((e) => `  ours ${e.line} ${e.rule}`)].join('\n');
}

describe('a thousand slips of the hand', () => {
  let all: readonly Outcome[] = [];
  before(function () {
    this.timeout(60_000);
    all = outcomes();
  });

  it('are a thousand, and the tools refuse many of them', () => {
    assert.ok(all.length >= 1000);
    assert.ok(all.filter((o) => o.refusals.length > 0).length > 150);
  });

  it('are judged as the tools judge them in 98 of 100', () => {
    const other = all.filter((o) => o.refusals.length > 0 !== o.errors.length > 0);
    assert.ok(other.length <= 0.02 * all.length, `${other.length} of ${all.length}\n${other.map(told).join('\n')}`);
  });

  it('are judged otherwise for a reason', () => {
    const why = (o: Outcome): boolean =>
      o.errors.length > 0
        ? o.errors.every((e) => e.rule in silent)
        : o.refusals.every(([, , text]) => unforeseen.some(([part]) => part.test(text)));
    const without = all.filter((o) => o.refusals.length > 0 !== o.errors.length > 0 && !why(o));
    assert.equal(without.map(told).join('\n'), '');
  });

  it('have their complaints at the right line in 95 of 100', () => {
    const placed = all.flatMap((o) => o.refusals.filter((s) => s[0] > 0 && !isPlaceless(o.type, s)).map((said) => ({ o, said })));
    const missed = placed.filter(({ o, said }) => !meets(o.type, o.errors, said));
    assert.ok(
      missed.length <= 0.05 * placed.length,
      `${missed.length} of ${placed.length}\n${missed.map(({ o }) => told(o)).join('\n')}`,
    );
  });
});
