import { expect, it } from 'vitest';
import {
  feedbackFormLink,
  filledFeedbackLink,
} from '../../../../src/domain/board/form/feedback-form-link.ts';

const project = { webUrl: 'https://gitlab.example.com/acme/sme-desk' };

it('whatever somebody wrote, the address of a filled in form has nothing that ends a link', () => {
  const link = filledFeedbackLink(project, ['Other: (a) [b] *c* _d_ ~e~ \ud800 "f" <g> `h` | i', '/close']);
  expect(link).toMatch(
    /^https:\/\/gitlab\.example\.com\/acme\/sme-desk\/-\/issues\/new\?[A-Za-z0-9%&=.\-[\]]+$/,
  );
  expect(new URL(link).searchParams.get('issue[description]')).toMatch(
    /^Other: \(a\) \[b\] \*c\* _d_ ~e~ \ufffd "f" <g> `h` \| i\n\/close\n\/label /,
  );
});

it('an address that would be too long leads to the empty form', () => {
  expect(filledFeedbackLink(project, ['ü'.repeat(2000)])).toBe(feedbackFormLink(project));
});
