import * as z from 'zod';
import { key, name } from './scalars.ts';

const kind = z
  .strictObject({
    key: key.describe('Becomes the label collateral-kind::<key>'),
    name: name.describe('What the label means'),
    counts_as: z
      .enum(['session', 'article', 'other'])
      .default('other')
      .meta({ title: 'session, article or other' })
      .describe('What a published one is counted as'),
  })
  .meta({
    title: 'a kind of collateral',
    examples: ['{ key: office-hours, name: Office hours, counts_as: session }'],
  });

/** Kinds of material, and what each counts as in the metric of knowledge transfer (docs/rules.md#metrics). */
export const collateral = z
  .strictObject({
    kinds: z
      .array(kind)
      .min(1)
      .max(60)
      .default([
        { key: 'training', name: 'Training material', counts_as: 'session' },
        { key: 'article', name: 'Article', counts_as: 'article' },
        { key: 'demo', name: 'Demo', counts_as: 'other' },
        { key: 'workshop', name: 'Workshop', counts_as: 'session' },
        { key: 'faq', name: 'Frequently asked questions', counts_as: 'article' },
        { key: 'discovery-questions', name: 'Questions for discovery calls', counts_as: 'other' },
        { key: 'architecture-diagram', name: 'Architecture diagram', counts_as: 'other' },
        { key: 'competitive-intelligence', name: 'Competitive intelligence', counts_as: 'article' },
        { key: 'evaluation-guide', name: 'Evaluation guide', counts_as: 'article' },
        { key: 'pov-template', name: 'Template for a proof of value', counts_as: 'other' },
        { key: 'recording', name: 'Recording', counts_as: 'session' },
        { key: 'learning-path', name: 'Learning path', counts_as: 'other' },
        { key: 'documentation', name: 'Documentation', counts_as: 'article' },
        { key: 'best-practice', name: 'Best practice', counts_as: 'article' },
      ])
      .describe('Kinds of material: trainings, articles and others'),
  })
  .prefault({})
  .describe('Collateral');
