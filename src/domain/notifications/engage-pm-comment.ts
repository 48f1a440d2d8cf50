import type { Config } from '../../config/types.ts';
import { leadsToAsk } from '../authorization/may-assign.ts';
import { sameUsername } from '../people.ts';
import { mention, sentenceList } from './words.ts';

/**
 * The comment on a request that asks for a roadmap statement: whom to ask for it, by name and without calling upon
 * them. `page`: the wiki page that says what goes to whom; Guests of a private project read its wiki
 * (`docs/gitlab.md#wiki`).
 */
export function engagePmComment(
  config: Pick<Config, 'areas' | 'program'>,
  request: { readonly requester: string; readonly areaKey: string | null },
  page: string,
): string {
  return `${mention([request.requester])}, this request seems to ask what will be released, or when. An SME cannot say that: please ask ${askFirst(config, request)}. The rest of the request goes on as it is. [What goes to product managers](${page})`;
}

function askFirst(
  config: Pick<Config, 'areas' | 'program'>,
  { requester, areaKey }: { readonly requester: string; readonly areaKey: string | null },
): string {
  const area = config.areas.find(({ key }) => key === areaKey);
  const managers = (area?.productManagers ?? []).filter((each) => !sameUsername(each, requester));
  if (managers.length > 0) return `product management (${sentenceList(managers, 'or')})`;
  const leads = leadsToAsk(config, areaKey, requester);
  if (leads.length === 0) return 'product management';
  return `${sentenceList(leads, 'or')}: they know whom to go to in product management`;
}
