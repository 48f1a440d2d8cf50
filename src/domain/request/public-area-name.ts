import type { Config } from '../../config/types.ts';
import type { RequestView } from './request-view.ts';

/**
 * The area of a request where everybody may read it: a name of the configuration only, since what stands under Other
 * is free text and could name a customer (`docs/security.md#sinks`).
 */
export function publicAreaName(view: RequestView, { areas }: Pick<Config, 'areas'>): string {
  return areas.find((each) => each.key === view.areaKey)?.name ?? 'Other';
}
