import type { Config } from '../../config/types.ts';
import { leadsToAsk } from '../authorization/may-assign.ts';
import { sentenceList } from './words.ts';

/** Who can be asked about the SME of a request: the leads by name, or `an area lead` where nobody else leads it yet. */
export function leadsInWords(
  config: Pick<Config, 'areas' | 'program'>,
  areaKey: string | null,
  author: string,
): string {
  const leads = leadsToAsk(config, areaKey, author);
  return leads.length === 0 ? 'an area lead' : sentenceList(leads, 'or');
}
