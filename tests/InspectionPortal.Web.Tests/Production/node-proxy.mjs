// A TLS proxy for machines without nginx, with the same duties.
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createProxyServer } from 'httpxy';

const [host, httpPort, httpsPort, upstream, certificate, key] = process.argv.slice(2);
const proxy = createProxyServer({ target: upstream, xfwd: true });

https.createServer({ cert: fs.readFileSync(certificate), key: fs.readFileSync(key) }, async (request, response) => {
  // Written anew, whatever the browser sent.
  for (const name of Object.keys(request.headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name];
  }
  try {
    await proxy.web(request, response);
  } catch {
    response.writeHead(502).end();
  }
}).listen(Number(httpsPort), '127.0.0.1');

http.createServer((request, response) => {
  response.writeHead(308, { location: `https://${host}${request.url}` }).end();
}).listen(Number(httpPort), '127.0.0.1');
