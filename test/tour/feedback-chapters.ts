import { type Person, person } from '../../src/sandbox/people.ts';
import type { Beat } from '../../src/sandbox/story/standard-story.ts';
import { feedbackText } from '../builders/feedback-text.ts';
import type { Chapter } from './chapter.ts';

/** Number of the one piece of customer feedback of the tour, as somebody who may see it finds it. */
async function cardOf(as: Person): Promise<number> {
  const [card] = await as.listIssues({ labels: ['type::customer-feedback'] });
  if (card === undefined) throw new Error(`${as.username} sees no customer feedback`);
  return card.iid;
}

function does(who: string, what: string, act: (as: Person, card: number) => Promise<unknown>): Beat {
  return {
    kind: 'person',
    who,
    does: what,
    act: async ({ origin }) => {
      const as = person(origin, who);
      await act(as, await cardOf(as));
    },
  };
}

const run: Beat = {
  kind: 'desk',
  script: 'maintain-feedback-board',
  args: ['--apply'],
  by: 'schedule',
  exit: 0,
};

const hour: Beat = { kind: 'time', minutes: 60, passes: 'an hour later' };

const said = `${feedbackText({
  challenge: 'Suggestions stop in files of more than a thousand lines.',
  solution: 'Read more of the file around the cursor.',
  benefit: 'Suggestions in the two services that matter most to them.',
})}
- #1`;

/** What becomes of what a customer has said. */
export const feedbackChapters: readonly Chapter[] = [
  {
    title: 'What the customer said',
    text: 'Sam ticked *product feedback* in the answer above, so that a piece of customer feedback was opened for Sam: the form with what the desk knows filled in. It is a card on the board of its area. Once a day the desk looks after the cards: it says what the form still lacks, and keeps one comment, the record, on how the card stands. For each formal area it opens the issue of a monthly meeting, with its agenda.',
    beats: [hour, run],
    looksAt: 'feedback',
  },
  {
    title: 'Sam writes it down, and the product manager accepts it',
    text: 'The form is filled in by an edit. Petra, the product manager of the area, drags the card to *Accepted*; anybody else who is no mover would find it put back. In the next run Sam reads it, in a comment and in one message of the day. The wiki has a page of the top requests, without titles and without customers.',
    beats: [
      hour,
      does('sam', 'fills in the form', (as, card) => as.editIssue(card, { description: said })),
      hour,
      does('petra', 'drags the card to *Accepted*', (as, card) =>
        as.setLabels(card, { add: ['feedback::accepted'], remove: ['feedback::new'] }),
      ),
      { kind: 'time', minutes: 60 * 20, passes: 'the next morning' },
      run,
    ],
    looksAt: 'feedback',
  },
];
