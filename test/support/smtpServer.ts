/** A small SMTP server on the loopback interface, for what real ones do not do on request. */
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';

/**
 * What it says. Keys are verbs, `220`, `.` (the end of the message) and `*` (an answer in a login); values go over the wire as they are, several one
 * after the other. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export interface SmtpServer {
  readonly port: number;
  /** The lines it received, those inside TLS too, without line ends. */
  readonly received: string[];
  close(): Promise<void>;
}

const usual: Answers = {
  '220': '220 mail.example.test ESMTP\r\n',
  EHLO: '250-mail.example.test\r\n250-8BITMIME\r\n250 SIZE\r\n',
  MAIL: '250 2.1.0 ok\r\n',
  RCPT: '250 2.1.5 ok\r\n',
  DATA: '354 go on\r\n',
  '.': '250 2.0.0 taken\r\n',
  QUIT: '221 2.0.0 bye\r\n',
  STARTTLS: '220 2.0.0 ready\r\n',
};

export const certificate = {
  key: readFileSync(path.resolve('test/fixtures/tls/key.pem')),
  cert: readFileSync(path.resolve('test/fixtures/tls/cert.pem')),
};

/** Starts it; `implicit` for TLS from the first byte on. An answer '' means silence. `inTls` are the answers after STARTTLS. */
export async function smtpServer(answers: Answers = {}, inTls: Answers = {}, implicit = false): Promise<SmtpServer> {
  const received: string[] = [];
  const sockets = new Set<net.Socket>();
  const serve = (socket: net.Socket, said: Answers, greets: boolean): void => {
    const turns = new Map<string, number>();
    let rest = '';
    let message = false;
    let login = false;
    const say = (key: string): void => {
      const answers = [said[key] ?? '502 5.5.1 what?\r\n'].flat();
      const turn = turns.get(key) ?? 0;
      turns.set(key, turn + 1);
      const text = answers[Math.min(turn, answers.length - 1)]!;
      if (key === 'DATA') message = text.startsWith('354');
      login = text.startsWith('334');
      socket.write(Buffer.from(text, 'latin1'));
      if (key === 'QUIT') socket.end();
    };
    socket.on('error', () => {});
    const listen = (chunk: Buffer): void => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        received.push(line);
        if (message) {
          if (line !== '.') continue;
          message = false;
          say('.');
        } else if (login) say('*');
        else {
          const verb = line.split(' ', 1)[0]!.toUpperCase();
          say(verb);
          if (verb !== 'STARTTLS' || !String(said['STARTTLS']).startsWith('220')) continue;
          socket.off('data', listen);
          const secure = new tls.TLSSocket(socket, { isServer: true, ...certificate });
          serve(secure, { ...usual, ...answers, ...inTls }, false);
        }
      }
    };
    socket.on('data', listen);
    if (greets) say('220');
  };
  const accept = (socket: net.Socket): void => {
    sockets.add(socket);
    serve(socket, { ...usual, ...answers }, true);
  };
  const server = implicit ? tls.createServer(certificate, accept) : net.createServer(accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as net.AddressInfo).port,
    received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
