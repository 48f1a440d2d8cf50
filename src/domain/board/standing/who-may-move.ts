import type { Config } from '../../../config/types.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { sentenceList } from '../../notifications/words.ts';
import { managersOfCard } from './answerable.ts';

/** Who moves the cards of an area, in words, and whom to ask; nobody is called upon. */
export function whoMayMove(config: Pick<Config, 'areas' | 'program'>, areaKey: string): string {
  const area = config.areas.find(({ key }) => key === areaKey);
  const people = sentenceList(managersOfCard(config, areaKey).map(escapeMarkdown), 'or');
  const others = area === undefined ? '' : `, and leads and SMEs of ${escapeMarkdown(area.name)}`;
  return `product managers${others}${people === '' ? '' : ` (please ask ${people})`}`;
}
