import { Readable } from 'node:stream';
import { AuditLogService } from '@datalab/features';
import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../auth/request-context.js';
import { AuditFilterInput, toFilter } from './audit-filter.input.js';

/** What a privacy officer takes along from the audit log: all of it, and the head to hold it against later. */
@Controller('v1/labs/:labId/audit')
export class AuditController {
  constructor(
    private readonly auditLog: AuditLogService,
    private readonly requests: RequestContext,
  ) {}

  /** The newest signed head, in the form that `datalab audit verify --head` reads. */
  @Get('head.json')
  async head(
    @Param('labId', ParseUUIDPipe) labId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ctx } = await this.requests.of(request);
    const head = await this.auditLog.getHead(ctx, labId);
    await this.download(reply, `zegel-${head.day}.json`, 'application/json').send(JSON.stringify([head], null, 2));
  }

  /** Every event that the filter leaves, as lines of Logboek Dataverwerkingen; in pieces, however many. */
  @Get('logboek.jsonl')
  async logboek(
    @Param('labId', ParseUUIDPipe) labId: string,
    @Query() filter: AuditFilterInput,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ctx } = await this.requests.of(request);
    const pieces = this.auditLog.exportLogboek(ctx, toFilter(labId, filter));
    // Asked for before anything is answered: a refusal is an answer of its own, not a download that breaks off.
    const first = await pieces.next();
    const all = async function* () {
      if (first.done !== true) yield first.value;
      yield* pieces;
    };
    await this.download(reply, 'logboek.jsonl', 'application/jsonl').send(Readable.from(all()));
  }

  private download(reply: FastifyReply, name: string, type: string): FastifyReply {
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .type(`${type}; charset=utf-8`);
  }
}
