/** What the platform answered instead of what was asked: its kind, its stable reason and its sentence. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

interface GraphQLAnswer<Data> {
  data?: Data;
  errors?: { message: string; extensions?: { code?: string; reason?: string } }[];
}

/** A signed-in client of the platform: GraphQL and the files beside it, with the session cookie of one person. */
export class PlatformSession {
  constructor(
    readonly baseUrl: string,
    readonly cookie: string,
  ) {}

  get headers(): Record<string, string> {
    return { cookie: this.cookie, 'x-datalab': '1' };
  }

  /** Asks one GraphQL question; throws PlatformError on the first error in the answer. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await fetch(new URL('/graphql', this.baseUrl), {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as GraphQLAnswer<Data>;
    const first = errors?.[0];
    if (first !== undefined)
      throw new PlatformError(
        response.status,
        first.extensions?.code ?? 'Bug',
        first.extensions?.reason ?? 'unknown',
        first.message,
      );
    return data!;
  }

  /** Gets a file of the api as text; throws PlatformError when it is refused. */
  async get(path: string): Promise<string> {
    const response = await fetch(new URL(path, this.baseUrl), { headers: this.headers });
    const body = await response.text();
    if (response.ok) return body;
    const problem = JSON.parse(body) as { code?: string; reason?: string; title?: string };
    throw new PlatformError(response.status, problem.code ?? 'Bug', problem.reason ?? 'unknown', problem.title ?? '');
  }
}
