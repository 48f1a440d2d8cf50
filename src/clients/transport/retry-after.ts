import type { HttpAnswer } from './http.ts';

/**
 * Milliseconds the answer asks to wait, or null: it does not say. A missing or unreadable header means unknown,
 * not zero. A date is compared with the answer's own `Date`, never with the clock of this machine, and a date in
 * the past is 0 (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
 */
export function retryAfter(answer: HttpAnswer): number | null {
  const value = answer.headers['retry-after']?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const until = httpDate(value);
  const now = httpDate(answer.headers.date);
  if (until === null || now === null) return null;
  return Math.max(0, until - now);
}

/** Epoch milliseconds of an HTTP date (`Mon, 23 Nov 2026 08:00:00 GMT`), or null. */
export function httpDate(value: string | undefined): number | null {
  if (value === undefined || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(value))
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
