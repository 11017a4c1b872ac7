import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ctx, LoadsService, UploadFolder } from '@datalab/features';
import { invalidInput } from '@datalab/domain';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { attemptOn } from '../audit/attempt.js';
import type { AttemptLog } from '../audit/attempt-log.js';
import type { RequestContext } from '../auth/request-context.js';
import { answerTo } from '../http/error-answer.js';

const PATH = '/v1/uploads';
const LARGEST_FILE = 4 * 1024 ** 3;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Upload {
  request: FastifyRequest;
  ctx: Ctx;
  loadId: string;
}

interface UploadParts {
  requests: RequestContext;
  loads: LoadsService;
  folder: UploadFolder;
  attempts: AttemptLog;
}

/**
 * Takes the file of an opened load by the tus protocol: in pieces, resumable after a lost connection. The upload bears the load's id, so
 * who may send bytes follows from the load, and is asked again for every piece.
 */
export function acceptUploads(fastify: FastifyInstance, { requests, loads, folder, attempts }: UploadParts): void {
  const current = new AsyncLocalStorage<Upload>();
  const tus = new Server({
    path: PATH,
    datastore: new FileStore({ directory: folder.path }),
    maxSize: LARGEST_FILE,
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => current.getStore()!.loadId,
    onUploadFinish: async (_request, upload) => {
      const { request, ctx, loadId } = current.getStore()!;
      try {
        await loads.finishUpload(ctx, loadId, upload.size ?? 0);
      } catch (error) {
        await attempts.record(request, ctx, error, attemptOnLoad(loadId));
        throw error;
      }
      return {};
    },
  });

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    try {
      const { ctx } = await requests.of(request);
      const loadId = loadIdOf(request);
      // A client that lost the last answer may ask how far its upload is after it was finished; it may send nothing then.
      await (request.method === 'HEAD' ? loads.get(ctx, loadId) : loads.getReceiving(ctx, loadId));
      reply.hijack();
      await current.run({ request, ctx, loadId }, () => tus.handle(request.raw, reply.raw));
    } catch (error) {
      const ctx = requests.madeBy(request)?.ctx;
      if (ctx !== undefined) await attempts.record(request, ctx, error, attemptOnLoad(loadIdIn(request)));
      const { status, reason, message, code, places } = answerTo(error);
      if (status >= 500) request.log.error({ err: error }, 'upload failed');
      if (!reply.sent)
        await reply
          .status(status)
          .type('application/problem+json')
          .send({ title: message, status, code, reason, places, requestId: request.id });
    }
  };

  // The bytes are tus's to read: Fastify hands the request on unread.
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  fastify.route({ method: ['POST', 'HEAD', 'PATCH', 'DELETE'], url: PATH, handler: handle, exposeHeadRoute: false });
  fastify.route({
    method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
    url: `${PATH}/:id`,
    handler: handle,
    exposeHeadRoute: false,
  });
}

const attemptOnLoad = (loadId: string) => attemptOn('upload', { loadId });

/** The load that an upload is for: in its address, or when it is made in its metadata (`loadId` in base64, as tus writes them). */
function loadIdOf(request: FastifyRequest): string {
  const id = loadIdIn(request);
  if (!UUID.test(id)) throw invalidInput('upload.no-load', 'Say for which load this upload is.', [{ field: 'loadId' }]);
  return id;
}

function loadIdIn(request: FastifyRequest): string {
  const inPath = (request.params as { id?: string }).id;
  const metadata = String(request.headers['upload-metadata'] ?? '');
  const encoded = /(?:^|,)\s*loadId ([A-Za-z0-9+/=]+)/.exec(metadata)?.[1];
  return inPath ?? (encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8'));
}
