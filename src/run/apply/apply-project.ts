import type { GitLab } from '../../clients/gitlab/types.ts';
import type {
  CreateLabel,
  EnsureBoard,
  EnsureSchedule,
  EnsureWebhook,
  WriteWikiPage,
} from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf } from './applier.ts';
import { refusalOfPage } from './send-body.ts';

/**
 * Creates a wiki page or sets its content. Two runs that both create it leave one page: GitLab refuses the second. What
 * people have written on a page goes back as it was and is not the desk's to refuse.
 */
export async function applyWikiPage({ clients }: Applier, action: WriteWikiPage): Promise<Ending> {
  const refusal = refusalOfPage(action.content.slice(action.keeps ?? 0));
  if (refusal !== null) return refusal;
  const page = { title: action.title, content: action.content };
  const outcome = action.exists
    ? await clients.gitlab.editWikiPage(action.slug, page)
    : await clients.gitlab.createWikiPage(page);
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}

export async function applyCreateLabel({ clients }: Applier, action: CreateLabel): Promise<Ending> {
  const { name, color, description } = action;
  const outcome = await clients.gitlab.createLabel({ name, color, description });
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}

/** Creates a board if there is none, then the lists it lacks. GitLab can answer 201 without a board. */
export async function applyBoard({ clients }: Applier, action: EnsureBoard): Promise<Ending> {
  const { gitlab } = clients;
  let { board } = action;
  if (board === null) {
    const created = await gitlab.createBoard(action.name);
    if (created.kind !== 'applied') return endingOf(created);
    board = created.value.id;
  }
  const labels = await gitlab.labels();
  for (const name of action.lists) {
    const label = labels.find((each) => each.name === name);
    if (label === undefined) return { kind: 'skipped', why: `the label ${name} is not there yet` };
    const listed = await gitlab.createBoardList(board, label.id);
    if (listed.kind !== 'applied') return endingOf(listed);
  }
  return action.order === undefined ? { kind: 'applied' } : await orderLists(gitlab, board, action.order);
}

/**
 * Puts lists in order, from left to right, in the places that some of them have now: a list that people added keeps its
 * place.
 */
async function orderLists(gitlab: GitLab, id: number, order: readonly string[]): Promise<Ending> {
  const board = (await gitlab.boards()).find((each) => each.id === id);
  const now = [...(board?.lists ?? [])];
  const isOurs = ({ label }: { readonly label: string | null }) => label !== null && order.includes(label);
  const ours = now.filter(isOurs).sort((a, b) => order.indexOf(a.label ?? '') - order.indexOf(b.label ?? ''));
  const wanted = now.map((list) => (isOurs(list) ? (ours.shift() ?? list) : list));
  for (const [place, list] of wanted.entries()) {
    const from = now.indexOf(list);
    if (from === place) continue;
    now.splice(place, 0, ...now.splice(from, 1));
    const moved = await gitlab.moveBoardList(id, list.id, place);
    if (moved.kind !== 'applied') return endingOf(moved);
  }
  return { kind: 'applied' };
}

/** Creates a schedule with its variables, or corrects the one there is. */
export async function applySchedule({ clients }: Applier, action: EnsureSchedule): Promise<Ending> {
  const { gitlab } = clients;
  const { description, ref, cron, timezone } = action;
  let id = action.schedule;
  if (id === null) {
    const created = await gitlab.createSchedule({ description, ref, cron, timezone });
    if (created.kind !== 'applied') return endingOf(created);
    id = created.value.id;
  } else {
    const edited = await gitlab.editSchedule(id, { cron, timezone, active: true });
    if (edited.kind !== 'applied') return endingOf(edited);
  }
  const present = (await gitlab.schedules()).find((each) => each.id === id)?.variables ?? {};
  for (const [key, value] of Object.entries(action.variables)) {
    if (present[key] === value) continue;
    const set = await gitlab.setScheduleVariable(id, key, value, key in present);
    if (set.kind !== 'applied') return endingOf(set);
  }
  return { kind: 'applied' };
}

/**
 * Creates the trigger and the webhook that calls it. The trigger's token is in the webhook's address and nowhere
 * else; GitLab shows it to Maintainers only.
 */
export async function applyWebhook({ clients, snapshot }: Applier, action: EnsureWebhook): Promise<Ending> {
  const { gitlab } = clients;
  const trigger = await gitlab.createTrigger('SME Desk: webhook');
  if (trigger.kind !== 'applied') return endingOf(trigger);
  const origin = new URL(snapshot.project.webUrl).origin;
  const ref = encodeURIComponent(action.ref);
  const url = `${origin}/api/v4/projects/${snapshot.project.id}/ref/${ref}/trigger/pipeline?token=${trigger.value.token}`;
  const outcome =
    action.hook === null
      ? await gitlab.createWebhook({ url })
      : await gitlab.editWebhook(action.hook, { url });
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}
