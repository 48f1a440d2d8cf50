import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeSlack, slackText } from '../../../src/domain/slack-text/slack-text.ts';

describe('text for Slack', () => {
  it('escapes its three control characters once', () => {
    expect(escapeSlack('a & b <!channel> &lt;')).toBe('a &amp; b &lt;!channel&gt; &amp;lt;');
  });

  it('lets only the tokens of the template be special', () => {
    const link = {
      kind: 'link',
      url: 'https://gitlab.example.com/i/7?a=1&b=2',
      label: 'Request | <7>',
    } as const;
    const text = slackText`${{ kind: 'user', id: 'U0INES0001' }} takes ${link} in ${{ kind: 'channel', id: 'C0AIREQ001' }}: ${'<!here> & more'}`;

    expect(text).toBe(
      '<@U0INES0001> takes <https://gitlab.example.com/i/7?a=1&amp;b=2|Request / &lt;7&gt;> in <#C0AIREQ001>: &lt;!here&gt; &amp; more',
    );
  });

  it.each([
    [slackText`${{ kind: 'user', id: '!channel' }}`, '!channel'],
    [slackText`${{ kind: 'channel', id: 'C1> <!here' }}`, 'C1&gt; &lt;!here'],
    [slackText`${{ kind: 'link', url: 'javascript:alert(1)', label: 'Click' }}`, 'Click'],
    [slackText`${{ kind: 'link', url: 'https://x.example/|y> <!here', label: 'Click' }}`, 'Click'],
    [slackText`n = ${3}, <!here>`, 'n = 3, &lt;!here&gt;'],
  ])('makes no token of parts that are none: %s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it('never lets a value add a line or a token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = slackText`Area: ${value}`;

        expect(text).not.toMatch(/[<>\n\r\u2028\u2029\u202e]/);
      }),
    );
  });
});
