import { notFound } from '@datalab/domain';
import { ReleaseExportsService } from '@datalab/features';
import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../auth/request-context.js';
import { EXPORT_FORMATS, exportFile, languageOf } from '../public/export-file.js';

/** Released results, for people of the lab who say for what they take them along. */
@Controller('v1/releases/:id')
export class ReleaseExportsController {
  constructor(
    private readonly releases: ReleaseExportsService,
    private readonly requests: RequestContext,
  ) {}

  @Get('export/:format')
  async export(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('format') format: string,
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ctx } = await this.requests.of(request);
    if (!(EXPORT_FORMATS as readonly string[]).includes(format)) throw notFound('export');
    const { given, shapes } = await this.releases.take(ctx, id, format, query.purpose ?? '');
    const separator = query.separator === 'semicolon' ? ';' : ',';
    const { type, body, file } = exportFile(given, shapes, format, { language: languageOf(query.lang), separator });
    if (file !== undefined) reply.header('content-disposition', `attachment; filename="${file}"`);
    await reply.type(`${type}; charset=utf-8`).send(body);
  }
}
