import { createServer, type Server } from 'node:http';

/** `/health/live`: the process runs. `/health/ready`: what it needs answers. */
export function serveHealth(port: number, isReady: () => Promise<void>): Server {
  const server = createServer((request, response) => {
    const answer = (status: number) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ ready: status === 200 }));
    if (request.url === '/health/live') answer(200);
    else if (request.url === '/health/ready')
      isReady().then(
        () => answer(200),
        () => answer(503),
      );
    else answer(404);
  });
  return server.listen(port);
}
