// Makes the two logs of one day, a client's and a server's, in which a known few sessions went through a proxy.
import { closeSync, openSync, writeSync } from 'node:fs';
import { interleave, randomFrom, session } from './inputs.mjs';

/** What a proxy does to a session on its way: the client's side of it is changed, in place. */
const alterations = [
  (said) => replace(said, /^354 /, '354 Please start mail input.'),
  (said) => replace(said, /Message accepted for delivery$/, '250 Mail queued for delivery.'),
  (said) => replace(said, /^250-PIPELINING$/, '250-XXXXXXXXXA'),
  (said) => replace(said, /^220 /, `220 ${'*'.repeat(60)}`),
];

function replace(said, pattern, text) {
  said[said.findIndex(([who, line]) => who === 'S' && pattern.test(line))][1] = text;
}

/** Lines of text in each message: about what makes a message of 3 kB. */
const BODY = 60;

/**
 * Writes a server's log (sendmail -X, interleaved) of about `bytes` bytes and the client's log (swaks) of the same sessions, one after
 * another. `altered` of the sessions, spread evenly, differ as if a proxy stood between; Infinity for all of them. With `part` the
 * client's log has a tenth of the sessions: the server has other clients, too.
 * @returns {{ sessions: number, altered: number[] }} of how many sessions, and the line (from 1) of the client's log at which each altered one begins
 */
export function makePair(clientFile, serverFile, bytes, altered, part = false) {
  const random = randomFrom(7);
  const size = 83 + session(0, randomFrom(1), BODY).reduce((sum, [, text]) => sum + text.length + 11, 0);
  const count = Math.max(Number.isFinite(altered) ? altered : 1, Math.round(bytes / size));
  const every = Math.max(1, Math.floor(count / altered));
  const client = writer(clientFile);
  const server = writer(serverFile);
  const places = [];
  let line = 1;
  const sessions = (function* () {
    for (let n = 0; n < count; n++) {
      const said = session(n, random, BODY);
      const seen = said.map(([who, text]) => [who, text]);
      if (part && n % 10 !== 5) {
        yield said;
        continue;
      }
      if ((every === 1 || n % every === every >> 1) && places.length < altered) {
        alterations[places.length % alterations.length](seen);
        places.push(line);
      }
      line += writeClient(seen, n, client.write);
      yield said;
    }
  })();
  interleave(sessions, random, (text) => {
    server.write(text);
    return true;
  });
  client.end();
  server.end();
  return { sessions: count, altered: places };
}

/** A session as swaks shows it; gives how many lines it took. */
function writeClient(said, n, write) {
  write('=== Trying mx.example.com:25...\n=== Connected to mx.example.com.\n');
  for (const [who, text] of said) write(`${who === 'C' ? ' ->' : '<- '} ${text}\n`);
  write('=== Connection closed with remote host.\n');
  return said.length + 3;
}

/** Collects text and writes it in large pieces. */
function writer(file) {
  const descriptor = openSync(file, 'w');
  let parts = [];
  const flush = () => {
    writeSync(descriptor, parts.join(''));
    parts = [];
  };
  return {
    write(text) {
      parts.push(text);
      if (parts.length > 20000) flush();
    },
    end() {
      flush();
      closeSync(descriptor);
    },
  };
}
