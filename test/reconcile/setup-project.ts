import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/types.ts';
import type { ProjectAction } from '../../src/plan/action.ts';
import type { SetupInput } from '../../src/reconcile/setup/setup-input.ts';
import { exampleConfigDirectory } from '../../src/sandbox/example/example-project.ts';

/** The shipped program. */
export async function shippedConfig(): Promise<Config> {
  const loaded = await loadConfig(fileURLToPath(new URL(`../../${exampleConfigDirectory}`, import.meta.url)));
  if (!loaded.ok)
    throw new Error(`the shipped configuration has problems: ${JSON.stringify(loaded.problems)}`);
  return loaded.config;
}

/** A project as GitLab makes it: no labels, boards, schedules, webhook or wiki. */
export function freshProject(config: Config): SetupInput {
  const webUrl = 'https://gitlab.example.com/acme/sme-desk';
  return {
    config,
    labels: [],
    boards: [],
    wikiPages: [],
    schedules: [],
    webhooks: [],
    project: { id: 7, path: 'acme/sme-desk', webUrl, visibility: 'private' },
    defaultBranch: 'main',
  };
}

/** The project after the actions, as GitLab would show it. */
export function withActions(input: SetupInput, actions: readonly ProjectAction[]): SetupInput {
  return actions.reduce(withAction, input);
}

function withAction(input: SetupInput, action: ProjectAction): SetupInput {
  switch (action.kind) {
    case 'label.create':
      return { ...input, labels: [...input.labels, { name: action.name }] };
    case 'board.ensure':
      return {
        ...input,
        boards: ensured(input.boards, action.board, (id, old) => ({
          id,
          name: action.name,
          lists: inOrder([...(old?.lists ?? []), ...action.lists.map((label) => ({ label }))], action.order),
        })),
      };
    case 'schedule.ensure':
      return {
        ...input,
        schedules: ensured(input.schedules, action.schedule, (id) => ({
          ...action,
          id,
          ref: `refs/heads/${action.ref}`,
          active: true,
          owner: 'olivia',
        })),
      };
    case 'webhook.ensure':
      return {
        ...input,
        webhooks: ensured(input.webhooks, action.hook, (id) => ({
          id,
          url: `https://gitlab.example.com/api/v4/projects/7/ref/${action.ref}/trigger/pipeline?token=%5BREDACTED%5D`,
          issuesEvents: true,
          confidentialIssuesEvents: true,
          noteEvents: true,
          confidentialNoteEvents: true,
          emojiEvents: true,
          pushEvents: false,
        })),
      };
    case 'program.post':
      return input;
    case 'wiki.write': {
      const others = input.wikiPages.filter((page) => page.slug !== action.slug);
      return { ...input, wikiPages: [...others, action] };
    }
    default:
      return action satisfies never;
  }
}

function inOrder(
  lists: readonly { readonly label: string | null }[],
  order: readonly string[] | undefined,
): { readonly label: string | null }[] {
  const isOurs = ({ label }: { readonly label: string | null }): boolean =>
    order?.includes(label ?? '') === true;
  const sorted = (order ?? []).filter((label) => lists.some((list) => list.label === label));
  return lists.map((list) => (isOurs(list) ? { label: sorted.shift() ?? null } : list));
}

function ensured<T extends { readonly id: number }>(
  items: readonly T[],
  id: number | null,
  make: (id: number, old: T | undefined) => T,
): T[] {
  const old = items.find((item) => item.id === id);
  const made = make(id ?? items.length + 1, old);
  return [...items.filter((item) => item.id !== made.id), made];
}
