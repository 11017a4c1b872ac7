import { DomainError } from '@datalab/domain';
import { PublicPageService, publicRegister } from '@datalab/features';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyRequests } from '../limits/too-many-requests.js';
import { RequestLimits } from '../limits/request-limits.js';
import { sendCached } from './cached.js';
import { exportFile, languageOf } from './export-file.js';
import type { NoteState } from './note-form.js';
import { publicPage } from './page.js';
import { PUBLIC_CSS } from './public-css.js';

type Refused = Extract<NoteState, { kind: 'refused' }>['why'];
const WHY: Record<string, Refused> = { 'note.length': 'wrongLength', 'text.tells-of-a-person': 'wrongPerson' };

/** What everybody may see of a lab, and say to it: no session is asked for, and none is looked at. */
@Controller('public')
export class PublicController {
  constructor(
    private readonly pages: PublicPageService,
    private readonly limits: RequestLimits,
  ) {}

  @Get('public.css')
  async css(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendCached(request, reply, { type: 'text/css', body: PUBLIC_CSS });
  }

  @Get('labs/:key')
  async page(
    @Param('key') key: string,
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const note: NoteState = { kind: query.note === 'received' ? 'received' : 'none' };
    const body = publicPage(await this.pages.get(key), languageOf(query.lang), note, today());
    await sendCached(request, reply, { type: 'text/html', body });
  }

  /** Entries of the algorithm register, of each forecast in use and each way of computing behind what is public, in the national standard. */
  @Get('labs/:key/algorithms.json')
  async algorithms(
    @Param('key') key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const entries = publicRegister(await this.pages.get(key), today());
    await sendCached(request, reply, { type: 'application/json', body: JSON.stringify(entries, null, 2) });
  }

  @Get('labs/:key/results/:file')
  async result(
    @Param('key') key: string,
    @Param('file') name: string,
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [id = '', format = ''] = name.split('.');
    const { lab, release, document, shapes } = await this.pages.getResult(key, id);
    const given = {
      ...release,
      tier: 'public' as const,
      snapshotDigest: document.snapshotDigest,
      document,
      labName: lab.name,
    };
    const separator = query.separator === 'semicolon' ? ';' : ',';
    await sendCached(
      request,
      reply,
      exportFile(given, shapes, format, { language: languageOf(query.lang), separator }),
    );
  }

  /** A note of a citizen, from a form that works without a script: sent on to the page that says it came in, or back with what was wrong. */
  @Post('labs/:key/notes')
  async note(
    @Param('key') key: string,
    @Query('lang') lang: string | undefined,
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = (field: string) => (typeof body[field] === 'string' ? body[field] : '');
    const sent = { words: text('words'), about: text('about'), what: text('kind') };
    try {
      await this.limits.countNote(request);
      const releaseId = sent.about === '' ? null : sent.about;
      await this.pages.leaveNote(key, { kind: sent.what, words: sent.words, releaseId });
    } catch (error) {
      const why = error instanceof TooManyRequests ? 'tooMany' : whyOf(error);
      const page = publicPage(await this.pages.get(key), languageOf(lang), { kind: 'refused', why, ...sent }, today());
      await reply
        .status(why === 'tooMany' ? 429 : 422)
        .type('text/html; charset=utf-8')
        .send(page);
      return;
    }
    await reply.redirect(`/public/labs/${encodeURIComponent(key)}?lang=${languageOf(lang)}&note=received`, 303);
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** What to tell the reader; what is not theirs to mend is thrown on. */
function whyOf(error: unknown): Refused {
  if (error instanceof DomainError && error.kind === 'InvalidInput') return WHY[error.code] ?? 'wrong';
  throw error;
}
