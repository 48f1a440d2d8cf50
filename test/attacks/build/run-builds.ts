import { AssertionError } from 'node:assert';
import process from 'node:process';
import { chapters } from '../chapters.ts';
import { shownWorld } from '../shown-sandbox.ts';
import type { Story } from '../story.ts';
import { switches } from '../switches.ts';
import { loadBuild } from './load-build.ts';
import type { Switch } from './switch.ts';

/** What became of one story in one build. */
export interface Told {
  readonly switch: string;
  readonly story: string;
  /** `held`: the rule is off and the story does not notice. `broke`: it failed, but not by what it claims. */
  readonly ending: 'fell' | 'held' | 'broke';
  readonly words: string;
}

async function storyIn(load: (path: string) => Promise<unknown>, name: string): Promise<Story> {
  const chapter = chapters.find(({ stories }) => stories.some((story) => story.name === name));
  if (chapter === undefined) throw new Error(`there is no story "${name}"`);
  const loaded = await load(chapter.path);
  const stories = isChapter(loaded) ? loaded.stories : [];
  const story = stories.find((each) => each.name === name);
  if (story === undefined) throw new Error(`the build has no story "${name}"`);
  return story;
}

function isChapter(loaded: unknown): loaded is { readonly stories: readonly Story[] } {
  return typeof loaded === 'object' && loaded !== null && 'stories' in loaded;
}

async function tellIn(build: Switch, name: string, load: (path: string) => Promise<unknown>): Promise<Told> {
  try {
    const story = await storyIn(load, name);
    await story.tell();
    return { switch: build.name, story: name, ending: 'held', words: '' };
  } catch (error) {
    const ending = error instanceof AssertionError ? 'fell' : 'broke';
    return { switch: build.name, story: name, ending, words: String(error) };
  }
}

await shownWorld();

/** Tells, in the build of each switch, the stories that have to fail there; one line of JSON for each. */
for (const build of switches) {
  const load = loadBuild(build);
  for (const name of build.fells) {
    process.stdout.write(`${JSON.stringify(await tellIn(build, name, load))}\n`);
  }
}
