import { expect, it } from 'vitest';
import { feedbackColumns, labelCatalogue } from '../../../src/domain/labels/label-catalogue.ts';
import { requestLabels } from '../../../src/domain/workflow/request-state.ts';

const kinds = [{ key: 'office-hours', name: 'Office hours', countsAs: 'session' as const }];
const catalogue = labelCatalogue({ areas: [], collateral: { kinds } });
const names = catalogue.map((label) => label.name);

it('has every scope and no label twice', () => {
  expect(new Set(names.map((name) => name.split('::')[0]))).toEqual(
    new Set([
      'type',
      'request',
      'salesforce',
      'slack',
      'sla',
      'feedback',
      'feedback-type',
      'impact',
      'score',
      'duplicate',
      'collateral',
      'collateral-kind',
      'nomination',
      'area',
    ]),
  );
  expect(new Set(names).size).toBe(names.length);
});

it('has every state of a request', () => {
  expect(names.filter((name) => name.startsWith('request::'))).toEqual(requestLabels);
});

it('orders the columns of a feedback board as the work goes', () => {
  expect(feedbackColumns()).toEqual(
    ['new', 'reviewed', 'accepted', 'roadmap', 'resolved', 'declined', 'backlog'].map(
      (each) => `feedback::${each}`,
    ),
  );
});

it('has the kinds of collateral that are configured', () => {
  expect(catalogue.filter((label) => label.name.startsWith('collateral-kind::'))).toEqual([
    { name: 'collateral-kind::office-hours', color: '#5b6f8f', description: 'Office hours' },
  ]);
});

it.each(catalogue)('$name is a label GitLab takes: one scope, a colour, a description', (label) => {
  expect(label.name).toMatch(/^[a-z-]+::[a-z-]+$/);
  expect(label.color).toMatch(/^#[0-9a-f]{6}$/);
  expect(label.description.length).toBeGreaterThan(3);
});
