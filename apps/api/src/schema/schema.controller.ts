import { publishedFiles } from '@datalab/intake';
import { notFound } from '@datalab/domain';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** The format that partners deliver, for everybody: it says nothing about anybody, and a partner reads it before there is an account. */
@Controller('schema')
export class SchemaController {
  private readonly files = publishedFiles();

  @Get()
  @Header('cache-control', 'public, max-age=3600')
  list(): { files: string[] } {
    return { files: [...this.files.keys()].map((name) => `/schema/${name}`) };
  }

  @Get(':file')
  @Header('cache-control', 'public, max-age=3600')
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    const file = this.files.get(name);
    if (file === undefined) throw notFound('schema file');
    // A template is something to keep; the rest is read where it opens.
    if (name.endsWith('.csv')) reply.header('content-disposition', `attachment; filename="${name}"`);
    await reply.type(`${file.type}; charset=utf-8`).send(file.text);
  }
}
