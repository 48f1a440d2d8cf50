import type { Area, Config } from '../../config/types.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestForm } from './request-form.ts';

type Choices = NonNullable<RecordState['choices']>;

/** The part of a configuration that the choices of a form are read against. */
export interface OfferedChoices {
  readonly areas: readonly Pick<Area, 'key' | 'name' | 'aliases'>[];
  readonly engagementTypes: Config['engagementTypes'];
}

/** What the choices of a form mean by the configuration of today; a free text under Other means itself. */
export function choicesOf(form: RequestForm, offered: OfferedChoices): Choices {
  const key = form.area.state === 'given' && form.area.value.other === null ? form.area.value.key : null;
  const area = offered.areas.find((each) => each.key === key);
  const engagement = form.engagement.state === 'given' ? form.engagement.value : null;
  const type = engagement?.other === null ? engagement.type : null;
  return {
    area: area === undefined ? null : { value: area.key, names: [area.name, ...area.aliases] },
    engagement: type === null ? null : { value: type, names: [type] },
  };
}

/**
 * The choices of today, and behind them those that a request was shown with: what has left the configuration or was
 * renamed since is still read in that request, and is no change of it (`docs/rules.md#requests`). A name that means
 * something else today means that.
 */
export function withShownChoices<Offered extends OfferedChoices>(
  offered: Offered,
  shown: RecordState['choices'],
): Offered {
  if (shown === null) return offered;
  const { area, engagement } = shown;
  const isNew = engagement !== null && !offered.engagementTypes.includes(engagement.value);
  return {
    ...offered,
    areas: area === null ? offered.areas : withArea(offered.areas, area),
    engagementTypes: isNew ? [...offered.engagementTypes, engagement.value] : offered.engagementTypes,
  };
}

function withArea(
  areas: OfferedChoices['areas'],
  { value, names }: NonNullable<Choices['area']>,
): OfferedChoices['areas'] {
  const [name = value, ...aliases] = names;
  const today = areas.find((each) => each.key === value);
  if (today !== undefined && names.every((each) => [today.name, ...today.aliases].includes(each)))
    return areas;
  return [...areas, { key: value, name, aliases }];
}
