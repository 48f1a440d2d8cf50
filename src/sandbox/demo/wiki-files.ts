import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { World } from '../world.ts';
import { projectOf } from './place.ts';

/**
 * Writes the wiki below `<out>/wiki` and gives the paths. A slug is text from outside: only letters, digits, `-`, `_`
 * and single dots become part of a path, so that no page can be written anywhere else.
 */
export async function writeWiki(world: World, out: string): Promise<string[]> {
  const paths: string[] = [];
  for (const page of projectOf(world).wiki) {
    const path = join(out, 'wiki', `${safePath(page.slug)}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, page.content);
    paths.push(path);
  }
  return paths.sort();
}

/** A slug as a relative path that stays below where it is joined to. */
export function safePath(slug: string): string {
  const parts = slug
    .split(/[/\\]+/)
    .map((part) => part.replace(/[^A-Za-z0-9._-]/g, '-').replace(/^\.+|\.+$/g, ''));
  const named = parts.filter((part) => part !== '');
  return named.length === 0 ? 'page' : named.join('/');
}
