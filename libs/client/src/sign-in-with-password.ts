import { PlatformSession } from './platform-session.js';

const MOST_STEPS = 12;

/**
 * Signs in as a browser would, by the login form of the development identity provider: for the demo and for tests, where no person sits
 * at the screen. Real people sign in in their browser.
 */
export async function signInWithPassword(baseUrl: string, email: string, password: string): Promise<PlatformSession> {
  const jar = new CookieJar();
  const session = (): string | undefined => jar.value(new URL(baseUrl), 'datalab_session');
  await walk(new URL('/auth/login', baseUrl), jar, { email, password }, () => session() !== undefined);
  return new PlatformSession(baseUrl, `datalab_session=${session()!}`);
}

/** Shows once more who one is, as whoever signs is asked to just before; the session of before ends. */
export async function signInAgainWithPassword(
  { baseUrl, cookie }: PlatformSession,
  email: string,
  password: string,
): Promise<PlatformSession> {
  const jar = new CookieJar();
  const [, before] = cookie.split('=');
  jar.put(new URL(baseUrl), 'datalab_session', before!);
  const now = (): string | undefined => jar.value(new URL(baseUrl), 'datalab_session');
  const start = new URL('/auth/sign-in-again?returnTo=%2F', baseUrl);
  await walk(start, jar, { email, password }, () => now() !== undefined && now() !== before);
  return new PlatformSession(baseUrl, `datalab_session=${now()!}`);
}

/** Does what the command line asks of a person who signs in by device flow: opens its page, confirms the code, logs in. For tests. */
export async function confirmDeviceWithPassword(page: string, email: string, password: string): Promise<void> {
  await walk(new URL(page), new CookieJar(), { email, password }, (text) => text !== undefined && !FORM.test(text));
}

const FORM = /<form[^>]*>([\s\S]*?)<\/form>/;

/** Follows redirects and sends the forms that it meets, filled in, until it is done; `isDone` hears the text of a page that was shown. */
async function walk(
  start: URL,
  jar: CookieJar,
  fill: { email: string; password: string },
  isDone: (page: string | undefined) => boolean,
): Promise<void> {
  let request: { url: URL; init: RequestInit } = { url: start, init: {} };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const response = await fetch(request.url, {
      ...request.init,
      redirect: 'manual',
      headers: { ...(request.init.headers as Record<string, string>), cookie: jar.for(request.url) },
    });
    jar.keep(request.url, response);
    const next = response.headers.get('location');
    const page = next === null ? await response.text() : undefined;
    if (isDone(page)) return;
    request = page === undefined ? { url: new URL(next!, request.url), init: {} } : formOf(page, request.url, fill);
  }
  throw new Error('signing in did not come to an end');
}

/** The login form, filled in. Throws where the page has none: then the platform or the provider refused. */
function formOf(page: string, url: URL, fill: { email: string; password: string }): { url: URL; init: RequestInit } {
  const form = FORM.exec(page);
  if (form === null) throw new Error('there is no login form here: signing in was refused');
  const action = /action="([^"]*)"/.exec(form[0])?.[1] ?? url.href;
  const fields = new URLSearchParams();
  for (const [input] of form[1]!.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name === undefined) continue;
    const type = /type="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? '';
    fields.set(name, type === 'password' ? fill.password : type === 'email' || name === 'email' ? fill.email : value);
  }
  return {
    url: new URL(action.replaceAll('&amp;', '&'), url),
    init: { method: 'POST', body: fields.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  };
}

/** The cookies of a sign-in that passes through two sites. */
class CookieJar {
  private readonly sites = new Map<string, Map<string, string>>();

  keep(url: URL, response: Response): void {
    const site = this.sites.get(url.origin) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') site.delete(name!);
      else site.set(name!, value!);
    }
    this.sites.set(url.origin, site);
  }

  put(url: URL, name: string, value: string): void {
    this.sites.set(url.origin, (this.sites.get(url.origin) ?? new Map<string, string>()).set(name, value));
  }

  for(url: URL): string {
    return [...(this.sites.get(url.origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  value(url: URL, name: string): string | undefined {
    return this.sites.get(url.origin)?.get(name);
  }
}
