/** Hovers over what the server said. */
import { t } from '@vscode/l10n';
import type { Hover } from '../language';
import { code, explain, plain } from '../markdown';
import { bytes, challengeIn, commandLabel, lineNumber } from './describe';
import { extensionEntry, extensionOf, mechanismEntry, mechanismOf, replyEntry, type Context } from './entries';
import { isMasked } from './machine';
import type { ReplyEvent, Session, Transcript } from './model';
import { placeOfReply, signsOf, strangeVoices } from './signs';
import { programOf, readReply } from './wording';

/**
 * The hover over line `part` of the reply at `index`: over a keyword of an EHLO reply the keyword's, else the reply's. `offset`
 * is a UTF-16 offset from 0.
 */
export function overReply(
  model: Transcript,
  session: Session,
  reply: ReplyEvent,
  index: number,
  part: number,
  offset: number,
): Hover | undefined {
  const { start, end } = reply.lineSpans[part] ?? reply;
  const place = placeOfReply(session, index);
  const text = reply.lines[part] ?? '';
  if (place === 'ehlo' && part > 0 && offset >= start + 4) {
    const found = overKeyword(text, start + 4, end, offset, session);
    if (found) return found;
  }
  // Where the log shows the wire's text as it was, code and enhanced code are told apart from the words behind them.
  const head = /^\d{3}(?:[ -][245]\.\d{1,3}\.\d{1,3}(?=\s|$))?/.exec(
    model.source.text.slice(start, Math.min(end, start + 20)),
  )?.[0];
  const inHead = head !== undefined && offset <= start + head.length;
  const markdown = replyEntry(reply.code, reply.enhanced, replyContext(session, reply, index));
  return markdown === undefined ? undefined : { span: { start, end: inHead ? start + head.length : end }, markdown };
}

/** What a reply means here: what it answers, what its words say, who speaks. */
function replyContext(session: Session, reply: ReplyEvent, index: number): Context {
  const asked = reply.answers === undefined ? undefined : session.events[reply.answers];
  const place = placeOfReply(session, index);
  const sentences: string[] = [];
  if (asked?.kind === 'command')
    sentences.push(
      asked.verb === ''
        ? t('Answer to a step of the login (line {0}).', lineNumber(asked))
        : t('Answer to {0} (line {1}).', code(commandLabel(asked)), lineNumber(asked)),
    );
  else if (asked?.kind === 'data') sentences.push(t('Answer to the end of the message (line {0}).', asked.endLine + 1));
  else if (place === 'banner') sentences.push(t('Greeting of the server.'));
  else sentences.push(t('The log does not show what it answers.'));
  const reading = readReply(session, reply);
  const program = programOf(session);
  if (reading) sentences.push(plain(reading.text));
  else if (reply.code === 334) sentences.push(challengeText(session, reply));
  else sentences.push(ordinaryText(reply, place));
  const strange = session.vantage === 'server' ? undefined : strangeVoices(session).find((v) => v.event === index);
  const sign = signsOf(session).find((s) => s.event === index && s.fingerprint.strength === 'strong');
  const said = reading?.software;
  if (sign) sentences.push(t('So speaks {0}.', sign.fingerprint.product));
  else if (strange) sentences.push(t('The greeting says {0}, which does not speak so.', strange.program));
  else if (program && place === 'banner') sentences.push(t('{0} greets so.', program));
  else if (said && program && said.includes(program)) sentences.push(t('{0} speaks.', program));
  else if (said && (reply.code >= 400 || !program))
    sentences.push(
      program
        ? t('The greeting says {0}; these are words of {1}.', program, said.join(', '))
        : t('These are words of {0}.', said.join(', ')),
    );
  return { here: sentences.filter(Boolean).join(' '), ...(reading?.todo ? { todo: plain(reading.todo) } : {}) };
}

/** What to say of a reply whose words nobody knows: enough that the hover is never without a meaning. */
function ordinaryText(reply: ReplyEvent, place: string): string {
  if (place === 'banner' && reply.code === 220) return t('The client may begin.');
  if (place === 'ehlo' && reply.code === 250)
    return reply.lines.length > 1
      ? t('The lines after the first list what the server offers.')
      : t('The server offers no extensions.');
  if (place === 'end' && reply.code < 300) return t('The server has taken the message over and answers for it from now on.');
  const general = replyEntry(reply.code, reply.enhanced) ?? '';
  // The general text stands in its own paragraph, after the title.
  return general.split('\n\n')[1] ?? '';
}

function challengeText(session: Session, reply: ReplyEvent): string {
  const wanted = challengeIn(reply);
  if (wanted === 'name') return t('The server asks for the user name.');
  if (wanted === 'password')
    return t('The server asks for the password. Base64 hides nothing: what follows is readable for whoever has this log.');
  return t('The server waits for the next step of the login.');
}

/** A keyword of an EHLO reply, or one of AUTH's mechanisms. `text` is the line after the code, at `from` in the log. */
function overKeyword(text: string, from: number, to: number, offset: number, session: Session): Hover | undefined {
  const keyword = /^\s*([^\s=]+)/.exec(text);
  if (!keyword) return undefined;
  const name = keyword[1]!.toUpperCase();
  const start = from + keyword[0].length - keyword[1]!.length;
  if (offset > start + name.length && (name === 'AUTH' || name === 'X-EXPS'))
    for (const m of text.matchAll(/[^\s=]+/g)) {
      const row = mechanismOf(m[0]);
      const span = { start: from + m.index, end: from + m.index + m[0].length };
      if (row && m.index > 0 && offset >= span.start && offset <= span.end) return { span, markdown: mechanismEntry(row) };
    }
  const span = { start, end: to };
  if (isMasked(name))
    return {
      span,
      markdown: explain(
        {
          title: name,
          what: t('a keyword written over'),
          here: t(
            'A firewall between client and server withholds what stood here, as Cisco’s SMTP inspection does. It may have been STARTTLS.',
          ),
          todo: t('Have the inspection of SMTP switched off there.'),
          sources: ['Cisco, ESMTP inspection'],
        },
        t('To do'),
      ),
    };
  const row = extensionOf(name);
  if (!row) return undefined;
  const size = name === 'SIZE' ? /^\s*SIZE\s+(\d{1,15})\s*$/i.exec(text)?.[1] : undefined;
  const here: string[] = [];
  if (size && Number(size) > 0) here.push(t('Here at most {0}.', bytes(Number(size))));
  if (name === 'AUTH' && !session.tls && /\b(?:PLAIN|LOGIN)\b/i.test(text)) here.push(t('Here it is offered without TLS.'));
  return { span, markdown: extensionEntry(row, here.length > 0 ? { here: here.join(' ') } : {}) };
}
