import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, SessionRepository } from '@datalab/data';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { AppParts } from '../app.module.js';
import { createApp, type RunningApp } from '../app.js';
import { hashOf, SESSION_COOKIE } from '../auth/session-cookie.js';
import { readEnv } from '../env.js';

/** An answer to a GraphQL question. */
export interface Answer<Data = Record<string, unknown>> {
  status: number;
  data: Data | null;
  errors: { message: string; extensions?: Record<string, unknown> }[];
  body: string;
  headers: LightMyRequestResponse['headers'];
}

interface TestAppOptions {
  /** Of the api's role. */
  url: string;
  /** Where uploaded files lie. */
  uploads?: string;
  env?: NodeJS.ProcessEnv;
  parts?: Partial<AppParts>;
}

/** What a request shows of who asks: a cookie, or `Bearer …` of a program. */
export const credentialHeaders = (credential: string | undefined): Record<string, string> =>
  credential === undefined
    ? {}
    : credential.startsWith('Bearer ')
      ? { authorization: credential }
      : { cookie: credential };

/** The api as it runs, over a database of a test; asked without a network. */
export class TestApp {
  private address: Promise<string> | undefined;

  private constructor(
    private readonly running: RunningApp,
    private readonly database: Database,
    private readonly folder: string,
  ) {}

  static async start({ url, uploads, env = {}, parts = {} }: TestAppOptions): Promise<TestApp> {
    const folder = await mkdtemp(join(tmpdir(), 'datalab-api-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>web</title>');
    const settings = readEnv({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PORT: '1',
      PUBLIC_URL: 'http://localhost:1',
      DATABASE_API_URL: url,
      OIDC_ISSUER: 'https://identity.test',
      OIDC_CLIENT_ID: 'test',
      OIDC_CLIENT_SECRET: 'test',
      SESSION_SECRET: 'x'.repeat(40),
      UPLOAD_DIR: uploads ?? folder,
      WEB_DIR: folder,
      ...env,
    });
    const running = await createApp(settings, parts);
    await running.app.init();
    await running.app.getHttpAdapter().getInstance().ready();
    return new TestApp(running, await Database.connect({ url, name: 'test sessions', poolSize: 1 }), folder);
  }

  /** The instance of a Nest provider. */
  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.running.app.get<T>(token);
  }

  /** Every route, as Fastify prints its router. */
  routes(): string {
    return this.running.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  }

  /** Opens a session for somebody; gives the cookie. */
  async signIn(personId: string): Promise<string> {
    const secret = randomBytes(16).toString('base64url');
    const until = new Date(Date.now() + 3_600_000);
    await new SessionRepository(this.database).open(hashOf(secret), personId, 'no token', until);
    return `${SESSION_COOKIE}=${secret}`;
  }

  /** Over a real connection: for what streams, where the injected request never ends. Gives up after ten seconds. */
  async fetch(path: string, init: RequestInit): Promise<Response> {
    this.address ??= this.running.app.listen(0, '127.0.0.1').then(() => this.running.app.getUrl());
    return fetch(new URL(path, await this.address), {
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      ...init,
    });
  }

  request(options: InjectOptions): Promise<LightMyRequestResponse> {
    return this.running.app.getHttpAdapter().getInstance().inject(options) as Promise<LightMyRequestResponse>;
  }

  /** Asks GraphQL, with this cookie, with `Bearer …`, or with nothing. */
  async ask<Data>(
    cookie: string | undefined,
    question: string | object,
    variables: object = {},
  ): Promise<Answer<Data>> {
    const { statusCode, body, headers } = await this.request({
      method: 'POST',
      url: '/graphql',
      headers: { 'x-datalab': '1', ...credentialHeaders(cookie) },
      payload: typeof question === 'string' ? { query: question, variables } : question,
    });
    const answer = JSON.parse(body) as Partial<Answer<Data>>;
    return { status: statusCode, data: answer.data ?? null, errors: answer.errors ?? [], body, headers };
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
