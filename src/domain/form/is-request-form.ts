import { toldForm } from './told-form.ts';

/** Whether a description is plainly an SME request by its headings, labels or not (docs/rules.md#requests). */
export function isRequestForm(description: string): boolean {
  return toldForm(description) === 'request';
}
