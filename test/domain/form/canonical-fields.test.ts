import { describe, expect, it } from 'vitest';
import { canonicalFields } from '../../../src/domain/form/canonical-fields.ts';
import { parseRequestForm } from '../../../src/domain/form/parse-request-form.ts';
import { context, formWith } from './context.ts';

function canonical(changes: Readonly<Record<string, string | null>> = {}) {
  return canonicalFields(parseRequestForm(formWith(changes), context()));
}

describe('the binding fields', () => {
  it('are plain data, with nothing of free text and dates in it', () => {
    expect(canonical()).toEqual({
      opportunity: '006AB00000123AbYAI',
      area: 'ai',
      areaOther: null,
      engagement: 'customer demo',
      engagementOther: null,
      slackChannel: '#opp-acme',
    });
  });

  it.each([
    ['Opportunity ID or link', 'https://acme.my.salesforce.com/006AB00000123AbYAI'],
    ['Area of expertise', 'Artificial intelligence'],
    ['Slack channel of the opportunity', '`opp-acme`'],
    ['Description', 'Something else'],
    ['Questions for the SME', '- Something else?'],
    ['Proposed dates', '2027-01-15'],
    ['Expected duration', '2 h'],
    ['Your role', 'SA Leader'],
  ])('stay the same when %s is written as %j', (heading, text) => {
    expect(canonical({ [heading]: text })).toEqual(canonical());
  });

  it.each([
    ['Opportunity ID or link', '006AB00000456Cd'],
    ['Area of expertise', '- [x] Agile'],
    ['Area of expertise', '- [x] Other: Kubernetes'],
    ['Type of engagement', '- [x] Workshop'],
    ['Slack channel of the opportunity', '#opp-globex'],
    ['Slack channel of the opportunity', ''],
  ])('change when %s becomes %j', (heading, text) => {
    expect(canonical({ [heading]: text })).not.toEqual(canonical());
  });

  it('do not change with the spaces and case of another choice', () => {
    const one = canonical({ 'Area of expertise': '- [x] Other: Kubernetes  Agents' });

    expect(canonical({ 'Area of expertise': '- [x] Other: kubernetes agents' })).toEqual(one);
  });
});
