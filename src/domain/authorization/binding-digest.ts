import { createHash } from 'node:crypto';
import { canonicalFields } from '../form/canonical-fields.ts';
import type { RequestForm } from '../form/request-form.ts';

/** What an approval is about: a hash of the binding fields, and the duration, of which only more is binding. */
export interface BindingDigest {
  /** SHA-256, hex. */
  readonly value: string;
  readonly durationMinutes: number;
}

/**
 * The digest of a form, or null while a binding field cannot be read: then no approval counts. Title,
 * description, questions, links, dates and everything read from Salesforce are not in it
 * (`docs/security.md#approval`).
 */
export function bindingDigest(form: RequestForm, authorId: number): BindingDigest | null {
  const bound = [form.opportunity, form.area, form.engagement, form.slackChannel, form.durationMinutes];
  if (bound.some((field) => field.state === 'problem')) return null;
  if (form.durationMinutes.state !== 'given' || form.area.state !== 'given') return null;
  const canonical = JSON.stringify({ author: authorId, ...canonicalFields(form) });
  return {
    value: createHash('sha256').update(canonical).digest('hex'),
    durationMinutes: form.durationMinutes.value,
  };
}
