import type { Sme } from '../../config/types.ts';
import { chooseForAll } from '../assignment/choose.ts';
import type { Engagement } from '../assignment/engagement.ts';
import { wishOf } from '../assignment/wish.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';

/** Who would take a request if its SME did not, or null: nobody else can. For leads only. */
export function runnerUp(
  view: RequestView,
  { config, directory, snapshot }: RequestContext,
  engagements: readonly Engagement[],
): Sme | null {
  const wish = wishOf(view);
  const decision = view.record.state?.decision ?? null;
  if (wish === null || decision === null) return null;
  const others = { ...wish, excluded: [...wish.excluded, decision.username] };
  const choice = chooseForAll([others], { config, directory, engagements, now: snapshot.now }).get(
    wish.issue,
  );
  if (choice === undefined || choice.kind === 'nobody') return null;
  return config.roster.find((sme) => sme.gitlab === choice.username) ?? null;
}
