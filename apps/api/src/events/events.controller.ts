import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../auth/request-context.js';
import { ChangesHub } from './changes-hub.js';

const HEARTBEAT_MS = 20_000;

/** Tells a screen that something changed, by id: what changed it asks for itself, and is checked when it asks. */
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly requests: RequestContext,
    private readonly hub: ChangesHub,
  ) {}

  @Get()
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { ctx } = await this.requests.of(request);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write('retry: 2000\n\n');
    const stop = this.hub.subscribe(ctx.actor, ({ kind, id, labId }) => {
      raw.write(`data: ${JSON.stringify({ kind, id, labId })}\n\n`);
    });
    // Whoever signed out, or lost their place, hears no more than this long. What the stream says is ids only.
    const heartbeat = setInterval(() => {
      this.requests.of(request).then(
        () => raw.write(': still here\n\n'),
        () => raw.end(),
      );
    }, HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  }
}
