import { createHash } from 'node:crypto';
import { RegionsService } from '@datalab/features';
import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../auth/request-context.js';

/** Areas, outlines and address lists, for the map and for the clients that derive areas where the file lies. */
@Controller('v1/regions/:regionId')
export class RegionsController {
  constructor(
    private readonly regions: RegionsService,
    private readonly requests: RequestContext,
  ) {}

  @Get('areas.json')
  async areas(
    @Param('regionId', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.requests.of(request);
    const areas = await this.regions.listAreas(id);
    const body = areas.map(({ code, name, level, parentCode, population, households }) => ({
      code,
      name,
      level,
      parentCode,
      population,
      households,
    }));
    await send(request, reply, 'application/json', JSON.stringify(body));
  }

  @Get('levels/:file')
  async outlines(
    @Param('regionId', ParseUUIDPipe) id: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.requests.of(request);
    const shapes = await this.regions.listShapes(id, file.replace(/\.geojson$/, ''));
    const features = shapes.map(({ geometry, ...properties }) => ({ type: 'Feature', properties, geometry }));
    await send(request, reply, 'application/geo+json', JSON.stringify({ type: 'FeatureCollection', features }));
  }

  @Get('addresses.csv')
  async addresses(
    @Param('regionId', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.requests.of(request);
    const lines = await this.regions.listAddressLines(id);
    const header = 'address_id,postcode,number,letter,addition,area_code,grid_cell,kind,near_care';
    await send(request, reply, 'text/csv', [header, ...lines, ''].join('\n'));
  }

  @Get('postcodes.csv')
  async postcodes(
    @Param('regionId', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.requests.of(request);
    const lines = await this.regions.listPostcodeLines(id);
    await send(request, reply, 'text/csv', ['postcode,area_code', ...lines, ''].join('\n'));
  }
}

/** Answers 304 to whoever has it already: reference data changes once a year. */
async function send(request: FastifyRequest, reply: FastifyReply, type: string, body: string): Promise<void> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
  await reply.type(`${type}; charset=utf-8`).send(body);
}
