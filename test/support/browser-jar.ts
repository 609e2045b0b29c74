/** As much of a browser as redirects need: it follows them, and keeps cookies for each host and port. */
export interface Arrived {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

export class BrowserJar {
  private readonly cookies = new Map<string, Map<string, string>>();
  /** Every address that it was sent to. */
  readonly went: string[] = [];

  /** @param accept what it asks for: pages, as a browser does, unless told otherwise */
  constructor(private readonly accept = 'text/html,application/xhtml+xml,*/*;q=0.8') {}

  /** One request, whose redirect is not followed. */
  async step(address: string): Promise<Response> {
    const { origin } = new URL(address);
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    this.went.push(address);
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { accept: this.accept, ...(cookie !== '' && { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      if (value === '' || /max-age=0\b/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** Follows redirects until an address matches, which is not asked for any more; or until there is no redirect. */
  async go(address: string, until?: RegExp): Promise<Arrived> {
    let url = address;
    for (let steps = 0; steps < 12; steps += 1) {
      const answer = await this.step(url);
      const location = answer.headers.get('location');
      if (location === null) return { url, status: answer.status, text: await answer.text() };
      await answer.arrayBuffer();
      url = new URL(location, url).href;
      if (until?.test(url) === true) return { url, status: answer.status, text: '' };
    }
    throw new Error(`too many redirects: ${this.went.join(' ')}`);
  }

  cookieOf(address: string, name: string): string | undefined {
    return this.cookies.get(new URL(address).origin)?.get(name);
  }
}
