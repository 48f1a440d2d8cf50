import type { Field, RequestForm } from './request-form.ts';

/**
 * The binding values of a form as plain data, always with the same keys in the same order; null where nothing was
 * given. What an approval is about (docs/rules.md#approval): free text, dates and names are not in it.
 */
export interface CanonicalFields {
  readonly opportunity: string | null;
  readonly area: string | null;
  readonly areaOther: string | null;
  readonly engagement: string | null;
  readonly engagementOther: string | null;
  readonly slackChannel: string | null;
}

function given<T>(field: Field<T>): T | null {
  return field.state === 'given' ? field.value : null;
}

/** Text that differs only in how it was typed is the same text: spaces, case, composed letters. */
function folded(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The values that the binding digest is made of, besides the author. */
export function canonicalFields(form: RequestForm): CanonicalFields {
  const area = given(form.area);
  const engagement = given(form.engagement);
  return {
    opportunity: given(form.opportunity),
    area: area?.key ?? null,
    areaOther: folded(area?.other),
    engagement: folded(engagement?.type),
    engagementOther: folded(engagement?.other),
    slackChannel: given(form.slackChannel),
  };
}
