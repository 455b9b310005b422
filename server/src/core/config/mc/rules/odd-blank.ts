import { conf } from '../../../knowledge/conf';
import type { Rule, Severity } from '../../../problem';
import { oddBlank, oddBlankEdits } from '../../oddBlank';
import { embeddedCf } from '../embedded';
import type { McModel } from '../model';
import { outermostCallAt, valueOf } from '../model';

const prose = new Set(conf.filter((c) => c.type === 'string').map((c) => c.name));
const named = new Set(conf.map((c) => c.name));

/** A character that only looks like a blank, where m4 reads: it becomes part of a name, a value or a line of sendmail.cf. */
export const oddBlankRule: Rule<McModel> = {
  id: 'mc/odd-blank',
  severity: 'error',
  check(model, report) {
    const { text } = model.source;
    const all = oddBlankEdits(text);
    if (all.length === 0) return;
    const written = linesOf(model);
    const comments = model.comments.filter((c) => c.kind === 'dnl');
    let comment = 0;
    let reported = -1;
    for (const { start } of all) {
      while (comment < comments.length && comments[comment]!.end <= start) comment++;
      if ((comments[comment]?.start ?? Infinity) <= start) continue;
      const severity = inCall(model, start) ?? written.get(start);
      const lineEnd = text.indexOf('\n', start);
      if (severity === undefined || reported === lineEnd) continue;
      reported = lineEnd;
      const lineStart = text.lastIndexOf('\n', start) + 1;
      const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
      report({ start, end: start + 1, severity, ...oddBlank(line, lineStart)! });
    }
  },
};

/** In a value of the file's own words it is doubtful only. Undefined outside of calls. */
function inCall(model: McModel, at: number): Severity | undefined {
  const call = outermostCallAt(model, at);
  if (!call || call.name === 'VERSIONID') return undefined;
  const index = call.args.findIndex((a) => a.rawSpan.start <= at && at < a.rawSpan.end);
  const { span } = call.args[index] ?? { span: undefined };
  // Before or behind the quotes it is a part of the value all the same, and no value is meant to begin with it.
  if (!span || at <= span.start || at >= span.end - 1) return 'error';
  if (call.name === 'define')
    return index === 1 && named.has(valueOf(call, 0)) && !prose.has(valueOf(call, 0)) ? 'error' : 'warning';
  return call.name === 'FEATURE' && index > 1 ? 'warning' : 'error';
}

/** The places of such characters in text that m4 copies into sendmail.cf: an error where the line is none of sendmail.cf then. */
function linesOf(model: McModel): ReadonlyMap<number, Severity> {
  const found = new Map<number, Severity>();
  const embedded = embeddedCf(model);
  for (const line of embedded.cf.lines) {
    if (line.text.startsWith('#')) continue;
    for (const { start, end } of oddBlankEdits(line.text, line.start)) {
      if (!embedded.isOwn({ start, end })) continue;
      found.set(embedded.placeOf({ start, end }).start, line.kind === 'unknown' ? 'error' : 'warning');
    }
  }
  return found;
}
