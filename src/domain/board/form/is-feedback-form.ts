import { toldForm } from '../../form/told-form.ts';

/** Whether a description is plainly customer feedback by its headings alone (docs/rules.md#customer-feedback). */
export function isFeedbackForm(description: string): boolean {
  return toldForm(description) === 'feedback';
}
