import { z } from 'zod';
import { advanceClock, setClock } from './clock.ts';
import { changeOpportunity } from './salesforce/opportunity-changes.ts';
import type { World } from './world.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refuse') }),
  z.strictObject({ kind: z.literal('lose-answer') }),
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    body: z.unknown(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
]);

const faultList = z.array(
  z.strictObject({
    match: z
      .strictObject({
        system: z.enum(['gitlab', 'salesforce', 'slack', 'stack-overflow']),
        method: z.string(),
        route: z.string(),
        actor: z.string(),
        writeIndex: z.int().positive(),
      })
      .partial(),
    effect,
    times: z.int().positive().default(1),
  }),
);

const limit = z.int().nonnegative().nullable();

const switchChange = z
  .strictObject({
    tier: z.enum(['free', 'premium']),
    noteLimitPerMinute: limit,
    issueLimitPerMinute: limit,
    requestLimitPerMinute: limit,
    limitStyle: z.enum(['edge', 'application']),
    largestPage: z.int().positive(),
    totalHeaderCutOff: z.int().nonnegative(),
    hiddenNotes: z.array(z.int()),
    labelCap: z.int().positive(),
    strictSlack: z.boolean(),
  })
  .partial();

const clockChange = z.union([
  z.strictObject({ advance: z.number().nonnegative() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

/** What somebody changes of an opportunity in Salesforce; `by` is a user id there. */
const opportunityChange = z.strictObject({
  id: z.string(),
  by: z.string(),
  stage: z.string().optional(),
  amount: z.number().nullable().optional(),
  closeDate: z.iso.date().optional(),
  probability: z.number().min(0).max(100).nullable().optional(),
});

/**
 * The control surface under `/sandbox/`: what the demo and the oracle may know and do beside the vendors' own
 * interfaces. It is no vendor: no faults, no journal.
 */
export function control(world: World, method: string, pathname: string, body: unknown): Response {
  switch (`${method} ${pathname}`) {
    case 'GET /sandbox/state': {
      const { clock, switches, gitlab, salesforce, slack, stackOverflow } = world;
      return Response.json({ clock, switches, gitlab, salesforce, slack, stackOverflow });
    }
    case 'GET /sandbox/journal':
      return Response.json(world.journal);
    case 'GET /sandbox/offences':
      return Response.json(world.offences);
    case 'POST /sandbox/clock':
      return checked(clockChange, body, (change) => {
        if ('advance' in change) advanceClock(world, change.advance);
        else setClock(world, change.set);
        return world.clock;
      });
    case 'POST /sandbox/opportunities':
      return checked(opportunityChange, body, ({ id, by, ...change }) => {
        const changed = changeOpportunity(world.salesforce, id, change, { by, now: world.clock.now });
        if (changed !== null) return changed;
        return Response.json({ error: `sandbox: no such opportunity or stage: ${id}` }, { status: 404 });
      });
    case 'POST /sandbox/faults':
      return checked(faultList, body, (faults) => {
        world.faults.push(...faults);
        return world.faults;
      });
    case 'POST /sandbox/switches':
      return checked(switchChange, body, (change) => Object.assign(world.switches, change));
    default:
      return Response.json({ error: `sandbox: no such control ${method} ${pathname}` }, { status: 404 });
  }
}

function checked<Value>(schema: z.ZodType<Value>, body: unknown, act: (value: Value) => unknown): Response {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return Response.json({ error: z.prettifyError(parsed.error) }, { status: 400 });
  const done = act(parsed.data);
  return done instanceof Response ? done : Response.json(done);
}
