// A mail server for tests: real SMTP on several loopback ports, events as JSON lines on standard output.
// What it does with a message depends on the beginning of the recipient's address:
//   refuse-       refuses the recipient for good (550)
//   later-        refuses the recipient for now (451), the first time
//   always-later- refuses the recipient for now (451), every time
//   refuse-data-  takes the recipient and refuses the message (554)
//   drop-rcpt-    ends the connection at the recipient, the first time
//   drop-data-    stores the message and ends the connection without an answer, the first time
//   lose-data-    ends the connection without an answer and without storing the message, the first time
//   hang-rcpt-    never answers the recipient, the first time
//   hang-data-    stores the message and never answers, the first time
// It ends when its standard input does.
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { SMTPServer } from 'smtp-server';
import { createInterface } from 'node:readline';

const [keyFile, certificateFile] = process.argv.slice(2);
const tls = { key: readFileSync(keyFile), cert: readFileSync(certificateFile) };
const seen = new Set();

const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const refusal = (responseCode, message) => Object.assign(new Error(message), { responseCode });
const isFirst = (what, address) => !seen.has(`${what} ${address}`) && Boolean(seen.add(`${what} ${address}`));

function start(name, options) {
  const hangUp = (session) => {
    for (const connection of server.connections) {
      if (connection.id === session.id) connection._socket.destroy();
    }
  };
  const server = new SMTPServer({
    ...tls,
    logger: false,
    disableReverseLookup: true,
    onAuth: (auth, session, done) => auth.username === 'portal' && auth.password === 'a secret'
      ? done(null, { user: auth.username })
      : done(refusal(535, 'Wrong user name or password')),
    onMailFrom: (address, session, done) => done(),
    onRcptTo: ({ address }, session, done) => {
      tell({ event: 'recipient', server: name, to: address });
      if (address.startsWith('refuse-data-')) return done();
      if (address.startsWith('refuse-')) return done(refusal(550, 'No such mailbox here'));
      if (address.startsWith('always-later-')) return done(refusal(451, 'Try again later'));
      if (address.startsWith('later-') && isFirst('later', address)) return done(refusal(451, 'Try again later'));
      if (address.startsWith('drop-rcpt-') && isFirst('drop', address)) return hangUp(session);
      if (address.startsWith('hang-rcpt-') && isFirst('hang', address)) return undefined;
      return done();
    },
    onData: (stream, session, done) => {
      const pieces = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((r) => r.address);
        if (to[0].startsWith('refuse-data-')) return done(refusal(554, 'This looks like spam'));
        if (to[0].startsWith('lose-data-') && isFirst('lose', to[0])) return hangUp(session);
        tell({
          event: 'message',
          server: name,
          secure: Boolean(session.secure),
          user: session.user ?? null,
          from: session.envelope.mailFrom.address,
          to,
          source: Buffer.concat(pieces).toString('base64'),
        });
        if (to[0].startsWith('drop-data-') && isFirst('drop', to[0])) return hangUp(session);
        if (to[0].startsWith('hang-data-') && isFirst('hang', to[0])) return undefined;
        return done(null, 'Taken');
      });
    },
    ...options,
  });
  server.on('error', () => {});
  return listen(name, server);
}

const listen = (name, server) => new Promise((resolve) => {
  server.listen(0, '127.0.0.1', function listening() {
    resolve([name, (server.server ?? server).address().port]);
  });
});

const ports = Object.fromEntries(await Promise.all([
  start('plain', { disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true }),
  start('starttls', {}),
  start('tls', { secure: true }),
  listen('dropping', net.createServer((socket) => socket.destroy())),
  listen('silent', net.createServer((socket) => socket.on('error', () => {}).resume())),
]));
tell({ event: 'listening', ports });
// Whoever writes a line is answered after all that was told before.
// Several questions can arrive in one chunk: each line gets its answer.
createInterface({ input: process.stdin }).on('line', () => tell({ event: 'settled' })).on('close', () => process.exit(0));
