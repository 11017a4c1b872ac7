import type { LabChange } from '@datalab/data';
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
    const recheck = (): void => {
      this.requests.of(request).then(
        (found) => {
          listener.actor = found.ctx.actor;
          raw.write(': still here\n\n');
        },
        () => raw.end(),
      );
    };
    const listener = {
      actor: ctx.actor,
      hear: ({ kind, id, labId }: LabChange) => {
        raw.write(`data: ${JSON.stringify({ kind, id, labId })}\n\n`);
      },
      recheck: () => {
        recheck();
        // The screen hears of it too: what it offers follows from what its person may do.
        raw.write(`data: ${JSON.stringify({ kind: 'access', id: ctx.actor.personId, labId: '' })}\n\n`);
      },
    };
    const stop = this.hub.subscribe(listener);
    // Whoever's access changed is asked for at once (recheck); a session that ended without that hears no more than this long.
    const heartbeat = setInterval(recheck, HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  }
}
