import type { EnsureBoard, EnsureSchedule, ProjectAction } from '../action.ts';
import type { Description } from './description.ts';
import type { Ink } from './ink.ts';

function describeBoard(action: EnsureBoard, ink: Ink): string {
  const lists = action.lists.map(ink.code).join(', ');
  const name = ink.code(action.name);
  const ordered = action.order === undefined ? '' : ', with its lists in order';
  if (action.board !== null) return `add to the board ${name}: ${lists || 'no list'}${ordered}`;
  return lists === '' ? `create the board ${name}` : `create the board ${name} with the lists ${lists}`;
}

/** Values of variables are not shown: somebody may have put a secret into one. */
function describeSchedule(action: EnsureSchedule, ink: Ink): string {
  const verb = action.schedule === null ? 'create' : 'correct';
  const when = `${ink.code(action.cron)} ${ink.code(action.timezone)} on ${ink.code(action.ref)}`;
  const variables = Object.keys(action.variables).sort().map(ink.code).join(', ');
  const withVariables = variables === '' ? '' : `, variables ${variables}`;
  return `${verb} the pipeline schedule ${ink.code(action.description)}: ${when}${withVariables}`;
}

/** Describes an action on the project itself. Total over their kinds. */
export function describeProjectAction(action: ProjectAction, ink: Ink): Description {
  switch (action.kind) {
    case 'program.post':
      return {
        what: `post in the program channel ${ink.code(action.channel)}`,
        why: null,
        body: action.text,
      };
    case 'wiki.write': {
      const verb = action.exists ? 'edit' : 'create';
      return { what: `${verb} the wiki page ${ink.code(action.slug)}`, why: null, body: action.content };
    }
    case 'label.create': {
      const what = `create the label ${ink.code(action.name)} (${ink.code(action.color)})`;
      return { what, why: null, body: action.description };
    }
    case 'board.ensure':
      return { what: describeBoard(action, ink), why: null, body: null };
    case 'schedule.ensure':
      return { what: describeSchedule(action, ink), why: null, body: null };
    case 'webhook.ensure': {
      const verb =
        action.hook === null ? 'create the webhook that starts' : 'correct the webhook that starts';
      return { what: `${verb} a pipeline on ${ink.code(action.ref)}`, why: null, body: null };
    }
    default:
      return action satisfies never;
  }
}
