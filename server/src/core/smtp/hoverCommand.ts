/** Hovers over what the client said. */
import { t } from '@vscode/l10n';
import type { Hover } from '../language';
import { code, explain, plain } from '../markdown';
import { bytes, lineNumber, loginOf, mayBeSecret, mechanismIn, shorten, userName } from './describe';
import { commandEntry, commandOf, mechanismEntry, mechanismOf, parameterEntry, parameterOf, type Context } from './entries';
import { parametersIn, walk } from './machine';
import type { CommandEvent, ReplyEvent, Session } from './model';
import { resetReason } from './resets';

/** The hover over the command at `index`: over a parameter or mechanism that one's, else the command's. Login data stays hidden. */
export function overCommand(session: Session, command: CommandEvent, index: number, offset: number): Hover | undefined {
  const at = offset - command.start;
  const login = command.verb === '' || command.verb === 'AUTH' || command.verb === 'X-EXPS' ? loginOf(session, index) : undefined;
  if (login) {
    const word = wordAt(command.text, at);
    const row = login === command && word ? mechanismOf(word.text) : undefined;
    if (word && row && word.index > 0)
      return { span: { start: command.start + word.start, end: command.start + word.end }, markdown: mechanismEntry(row) };
    if (command.verb === '' || (word && word.index > 1)) return loginData(session, command, index, login);
  }
  if (command.verb === 'MAIL' || command.verb === 'RCPT')
    for (const parameter of parametersIn(command.text)) {
      const row = parameterOf(parameter.name);
      if (!row || at < parameter.at || at > parameter.at + parameter.length) continue;
      const start = command.start + parameter.at;
      return {
        span: { start, end: start + parameter.length },
        markdown: parameterEntry(row, parameterContext(session, index, row.extension)),
      };
    }
  const row = commandOf(command.verb);
  if (!row) return unknownCommand(session, command, index);
  return {
    span: { start: command.start, end: command.end },
    markdown: commandEntry(row, commandContext(session, command, index)),
  };
}

function parameterContext(session: Session, index: number, extension: string): Context {
  const offers = walk(session).before[index]?.offers;
  if (!offers) return {};
  const offered = offers.get(extension);
  if (offered === undefined) return { here: t('The EHLO reply does not list {0}.', extension) };
  return extension === 'SIZE' && Number(offered) > 0 ? { here: t('The server takes at most {0}.', bytes(Number(offered))) } : {};
}

/** What the reply was, and for RSET why it was sent. */
function commandContext(session: Session, command: CommandEvent, index: number): Context {
  const at = walk(session).replyTo.get(index);
  const reply = at === undefined ? undefined : (session.events[at] as ReplyEvent);
  const sentences: string[] = [];
  if (reply) {
    const line = mayBeSecret(command) ? `${reply.code} …` : shorten(`${reply.code} ${reply.lines.at(-1) ?? ''}`.trim());
    sentences.push(t('Answered {0} (line {1}).', code(line), lineNumber(reply)));
  } else sentences.push(t('The log shows no answer to it.'));
  if (command.verb === 'RSET') {
    const { text, todo } = resetText(session, index);
    return { here: [text, ...sentences].join(' '), todo };
  }
  const user = command.verb === 'AUTH' ? userName(session, index) : undefined;
  if (user) sentences.push(t('User name: {0}.', code(user)));
  return { here: sentences.join(' ') };
}

function resetText(session: Session, index: number): { text: string; todo: string } {
  const nothing = t('Nothing: this is an honest use.');
  switch (resetReason(session, index)) {
    case 'refused recipient':
      return { text: t('Here it drops a transaction in which a recipient was refused.'), todo: nothing };
    case 'refused sender':
      return { text: t('Here it follows a refused sender.'), todo: nothing };
    case 'refused message':
      return { text: t('Here it follows a refused message.'), todo: nothing };
    case 'next message':
      return {
        text: t('Here the connection is used again: it makes sure that nothing is left of the message before.'),
        todo: nothing,
      };
    case 'first of all':
      return {
        text: t('Here nothing was begun yet: some mail programs send it before their first MAIL, to be sure.'),
        todo: nothing,
      };
    case 'in place of DATA':
      return {
        text: t(
          'Here it stands in place of DATA, and the same sender and recipients come again. So does a program between client and server that takes the message itself before it passes it on.',
        ),
        todo: t('Compare with the client’s log, and look for a virus scanner on its machine.'),
      };
    case 'unexplained':
      return {
        text: t(
          'Here nothing in the log explains it: a transaction is given up that nobody refused. Checks of an address end so, too.',
        ),
        todo: t('Compare with the log of the other side, if the client does not send it.'),
      };
  }
}

/** Login data: what it is, and whose; never what it holds. */
function loginData(session: Session, command: CommandEvent, index: number, login: CommandEvent): Hover {
  const user = userName(session, index);
  const name = mechanismIn(login);
  const cancelled = command.text.trim() === '*';
  const here = cancelled
    ? t('The client cancels the login.')
    : user
      ? t('User name: {0}. Nothing else of it is shown here.', code(user))
      : t('A step of {0} (line {1}). Its content is not shown here.', code(name || 'AUTH'), lineNumber(login));
  const row = mechanismOf(name);
  return {
    span: { start: command.start, end: command.end },
    markdown: explain(
      {
        title: t('Login data'),
        here,
        ...(row?.clear && !cancelled ? { todo: t('Take it out before you give this log to others: base64 hides nothing.') } : {}),
        sources: ['RFC 4954 4', ...(row?.source ?? [])],
      },
      t('To do'),
    ),
  };
}

function unknownCommand(session: Session, command: CommandEvent, index: number): Hover {
  const masked = /^X{4,}$/.test(command.verb);
  return {
    span: { start: command.start, end: command.end },
    markdown: explain(
      {
        title: mayBeSecret(command) ? '…' : plain(shorten(command.verb || command.text.trim())),
        what: masked ? t('a command written over') : t('no command that is known here'),
        here: [
          mayBeSecret(command) ? t('It may be login data, so it is not shown here.') : '',
          masked ? t('Something between client and server replaced what it does not know, as Cisco’s SMTP inspection does.') : '',
          commandContext(session, command, index).here ?? '',
        ]
          .filter(Boolean)
          .join(' '),
        sources: ['RFC 5321 4.1.1'],
      },
      t('To do'),
    ),
  };
}

/** The word of a command line at `at`, and the how many-th it is. */
function wordAt(text: string, at: number): { text: string; start: number; end: number; index: number } | undefined {
  let index = 0;
  for (const m of text.matchAll(/\S+/g)) {
    if (at >= m.index && at <= m.index + m[0].length) return { text: m[0], start: m.index, end: m.index + m[0].length, index };
    index++;
  }
  return undefined;
}
