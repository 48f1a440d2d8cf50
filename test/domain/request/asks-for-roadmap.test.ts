import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/domain/form/request-form.ts';
import { asksForRoadmap } from '../../../src/domain/request/asks-for-roadmap.ts';

const blank: Field<never> = { state: 'blank' };

function described(text: string): boolean {
  return asksForRoadmap({ description: { state: 'given', value: text }, questions: blank });
}

const asking = [
  'Please share the roadmap for agentic workflows.',
  'They want to see our road map before they sign.',
  "What is on GitLab's roadmap for compliance frameworks?",
  'What is the release date of the new runner?',
  'When will custom roles be available on Dedicated?',
  'When exactly is native secrets management coming?',
  'When does the new planner become generally available?',
  'When can we expect support for FIPS on ARM?',
  'In which release will the dependency proxy support NuGet?',
  'Is SSO for service accounts planned for next year?',
  'Are epics on boards scheduled already?',
  'Any plans to support Bitbucket Server imports with history?',
  'Does GitLab plan to add a SaaS region in Switzerland?',
  'Are you planning to deprecate the old API?',
  'The feature is planned for 19.2, can somebody confirm that?',
  'What is the GA date of Duo Workflow?',
  'Is general availability still in this half?',
  'What is the ETA for the integration with Jira Cloud?',
  'They need a commitment to deliver SLSA level 3.',
  'Procurement asks for a written commitment.',
  'Which upcoming features should they know of?',
  'Are nested epics on the roadmap?',
  'They would like to understand the product direction of security.',
  'How soon will the self-hosted models be supported?',
  'The CISO wants to know when passkeys will land in GitLab.',
  'When do you think merge trains will support squash?',
  'Is there a timeline for air-gapped Duo?',
  'Will workspaces support Windows in the next release?',
  "What's coming in 19 for planning?",
  'Wann wird GitLab Duo auf Dedicated verfügbar sein?',
  'Gibt es ein Release-Datum für die neuen Runner?',
  'Ist eine Anbindung an SAP geplant?',
  'Der Kunde möchte die Roadmap sehen.',
  'Der Einkauf verlangt eine verbindliche Lieferzusage.',
  '¿Cuándo estará disponible en la región de España?',
  '¿Está previsto un conector con ServiceNow?',
  'Quieren ver la hoja de ruta del producto.',
  '¿Cuál es la fecha de lanzamiento?',
  'Quand la fonction sera-t-elle disponible ?',
  'Pouvez-vous partager la feuille de route ?',
  'Une intégration avec Jira est-elle prévue ?',
] as const;

const notAsking = [
  'They compare our suggestions with what they have.',
  'Please help us with the roadmap of the customer’s migration.',
  'We will present the migration roadmap to their CIO.',
  'Their roadmap depends on how fast pipelines run.',
  "Acme's own cloud roadmap ends in 2028.",
  'When will the SME be available for a call?',
  'When are you available?',
  'When can somebody join the demo?',
  'When will their migration be released to production?',
  'The workshop is planned for Monday in Madrid.',
  'The migration is planned for March.',
  'Is the migration planned for the summer?',
  'How do we sign every git commit on release branches?',
  'Which commit messages does the changelog need?',
  'They commit to main and deploy to production every day.',
  'How is a release created from a pipeline?',
  'Which version of the runner supports Windows?',
  'Does the scanner support Kotlin today?',
  'How do approvals work when a merge request is changed?',
  'Is the feature available on Premium?',
  'Best practice for planning releases with epics and milestones?',
  'They need an SME for a workshop on issue boards.',
  'Wann hat der Kollege Zeit?',
  'Die Migration ist für März geplant.',
  'La migración está planificada para marzo.',
  'La réunion est lundi; la migration est prévue en mars.',
  'Er kommt, wenn die Pipelines stehen.',
  'What leaves their network?',
  'Explain how to plan epics with roadmaps in GitLab.',
  'They want epics, iterations and a roadmap in one place.',
  'What does the Roadmap view show for child epics?',
  'We need a timeline for the PoV.',
  'When the scan is done, how do developers see fixes?',
] as const;

describe('a request asks for a roadmap statement', () => {
  it.each(asking)('with "%s"', (sentence) => {
    expect(described(sentence)).toBe(true);
  });

  it('in a question as well as in the description, in any place of it', () => {
    const questions = { state: 'given', value: ['How does it scale?', 'When will it be released?'] } as const;

    expect(asksForRoadmap({ description: blank, questions })).toBe(true);
    expect(described('They run 300 pipelines a day.\n\nBackground:\n- WHEN WILL IT SHIP\n- thanks')).toBe(
      true,
    );
  });
});

describe('a request asks for no roadmap statement', () => {
  it.each(notAsking)('with "%s"', (sentence) => {
    expect(described(sentence)).toBe(false);
  });

  it('without description and questions', () => {
    expect(asksForRoadmap({ description: blank, questions: blank })).toBe(false);
  });
});

it('is found in a sentence that also speaks of other plans', () => {
  expect(described('Their migration roadmap depends on the GitLab roadmap')).toBe(true);
});

it.each(['when will ', 'is ', "a's ", 'any plans to ', 'commit to ', 'customer ', ' '])(
  'takes a long text of nothing but "%s" in its stride',
  (part) => {
    const text = part.repeat(Math.ceil(65_536 / part.length));
    const started = performance.now();

    described(text);

    expect(performance.now() - started).toBeLessThan(2_000);
  },
);
