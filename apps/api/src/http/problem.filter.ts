import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerTo } from './error-answer.js';

/** Errors of the REST parts, as application/problem+json (RFC 9457). GraphQL has its own way and passes through. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, reason, message, places, code } = answerTo(error);
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    void reply
      .status(status)
      .type('application/problem+json')
      .send({ type: 'about:blank', title: message, status, code, reason, places, requestId: request.id });
  }
}
