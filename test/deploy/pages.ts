/** Reads the pages of the documentation, and finds those that cannot be reached and links that are broken. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What is wrong with the documentation under a folder: one line for each fault, sorted. */
export function documentationFaults(root: string): string[] {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`);
  const pages = [...readdirSync(root), ...inDocs].filter((name) => name.endsWith('.md'));
  return [...unreachable(root, pages), ...pages.flatMap((page) => brokenLinks(root, page))].sort();
}

/** Pages to which no way leads from the README, however many pages lie between. */
function unreachable(root: string, pages: readonly string[]): string[] {
  const reached = new Set<string>();
  const waiting = ['README.md'];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (reached.has(page) || !page.endsWith('.md') || !existsSync(join(root, page))) continue;
    reached.add(page);
    waiting.push(...relativeLinks(root, page).map(({ file }) => file));
  }
  return pages.filter((page) => !reached.has(page)).map((page) => `${page} cannot be reached from README.md`);
}

function brokenLinks(root: string, page: string): string[] {
  return relativeLinks(root, page).flatMap(({ file, anchor, written }) => {
    if (!existsSync(join(root, file))) return [`${page}: ${written} leads to no file`];
    if (anchor === '' || !file.endsWith('.md')) return [];
    return anchorsOf(readFileSync(join(root, file), 'utf8')).has(anchor)
      ? []
      : [`${page}: ${written} leads to no heading`];
  });
}

interface Link {
  /** Relative to the root. */
  readonly file: string;
  readonly anchor: string;
  readonly written: string;
}

function relativeLinks(root: string, page: string): Link[] {
  return [...withoutCode(readFileSync(join(root, page), 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, written = '']) => written)
    .filter((written) => !/^[a-z]+:/.test(written))
    .map((written) => {
      const [path = '', anchor = ''] = written.split('#');
      const target = path === '' ? join(root, page) : resolve(root, dirname(page), path);
      return { file: relative(root, target), anchor, written };
    });
}

function withoutCode(text: string): string {
  return text.replaceAll(/^\s*```[\s\S]*?^\s*```/gm, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = plain.replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(anchors);
}
