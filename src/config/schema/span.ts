import * as z from 'zod';
import { parseSpan, spanPattern } from '../span.ts';
import type { Span } from '../types.ts';

/** A length of time, with a default in the same words; becomes a Span. */
export function span(fallback: string) {
  return spanText.default(fallback).transform(toSpan);
}

/** The text of one length of time, for lists of them. */
export const spanText = z
  .string()
  .regex(spanPattern)
  .meta({
    title: 'a length of time: a number with min, h, days, business hours or business days',
    examples: ['8 business hours', '48h'],
  });

/** A Span of a text the pattern has accepted. */
export function toSpan(text: string): Span {
  return parseSpan(text) ?? { amount: 0, unit: 'minutes' };
}
