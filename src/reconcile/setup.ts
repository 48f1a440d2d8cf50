import { labelCatalogue } from '../domain/labels/label-catalogue.ts';
import type { CreateLabel, ProjectAction, WriteWikiPage } from '../plan/action.ts';
import { setupAdvice } from './setup/advice.ts';
import { planBoards } from './setup/boards.ts';
import { placeDeskPart } from './setup/desk-part.ts';
import { homePart } from './setup/home-page.ts';
import { planSchedules } from './setup/schedules.ts';
import type { SetupInput } from './setup/setup-input.ts';
import { planWebhook } from './setup/webhook.ts';

/** What `setup` would write, in order, and what a person has to do. */
export interface SetupPlan {
  readonly actions: ProjectAction[];
  /** One sentence each, with what to do; most of it cannot be seen by a program, so it never becomes empty. */
  readonly advice: string[];
}

/**
 * Plans what is missing or wrong in the project: labels first, since boards need them. On a project that is set up
 * there are no actions. Nothing is removed and nothing of people's own is changed.
 */
export function planSetup(input: SetupInput): SetupPlan {
  const { config, project, defaultBranch: ref } = input;
  const home = planHome(input);
  return {
    actions: [
      ...missingLabels(input),
      ...planBoards(config, input.boards),
      ...planSchedules(input.schedules, { timezone: config.calendar.timezone, ref }),
      ...planWebhook(input.webhooks, { project, ref }),
      ...home.actions,
    ],
    advice: [...home.advice, ...setupAdvice(input)],
  };
}

function missingLabels({ config, labels }: SetupInput): CreateLabel[] {
  const present = new Set(labels.map((label) => label.name));
  return labelCatalogue(config)
    .filter((label) => !present.has(label.name))
    .map((label) => ({ kind: 'label.create', ...label }));
}

function planHome({ config, project, wikiPages }: SetupInput): {
  actions: WriteWikiPage[];
  advice: string[];
} {
  const page = wikiPages.find((each) => each.slug.toLowerCase() === 'home') ?? null;
  const reports = wikiPages.some((each) => each.slug.startsWith('reports/'));
  const placed = placeDeskPart(page?.content ?? null, homePart(config, project, reports));
  if (placed.kind === 'damaged') {
    const cure =
      'delete both lines `<!-- sme-desk:home:… -->` and what is between them, then run setup again';
    return { actions: [], advice: [`The wiki page home was left alone, its markers are damaged: ${cure}.`] };
  }
  if (!placed.changed) return { actions: [], advice: [] };
  // The slug is the title that renames nothing; the title in an answer may come from the page's front matter.
  const slug = page?.slug ?? 'home';
  const { content } = placed;
  return {
    actions: [{ kind: 'wiki.write', title: slug, slug, content, exists: page !== null }],
    advice: [],
  };
}
