import type { Switch } from '../build/switch.ts';

const redact = 'src/clients/transport/redact.ts';
const shown = 'src/plan/render/visible-text.ts';
const ink = 'src/plan/render/ink.ts';
const page = 'src/report/escape.ts';

/** A form of a secret that is not looked for. */
function unmasked(name: string, from: string, to: string, story: string): Switch {
  return { name: `secrets: ${name}`, file: redact, from, to, fells: [`a vendor repeats the token ${story}`] };
}

/** Messages, logs, plans and wiki pages: three rows of `docs/security.md#sinks`. */
export const logSwitches: readonly Switch[] = [
  unmasked('plain', '    secret,\n', '', 'as it is'),
  unmasked('in JSON', '    JSON.stringify(secret).slice(1, -1),\n', '', 'in JSON'),
  unmasked('URL-encoded', '    encodeURIComponent(secret),\n', '', 'for an address'),
  unmasked('as in a form', '    formEncoded(secret),\n', '', 'in a form'),
  unmasked('base64', '[...base64Forms(secret), Buffer', '[Buffer', 'in base64'),
  unmasked(
    'base64 for addresses',
    ", inner.replaceAll('+', '-').replaceAll('/', '_'));",
    ');',
    'in base64 for addresses',
  ),
  unmasked('hexadecimal', ", Buffer.from(secret).toString('hex')]", ']', 'in hexadecimal'),
  unmasked('reversed', '...forms.map(reversed)', '', 'reversed'),
  unmasked(
    'lines of a key',
    '[...plain, ...coded, ...lines]',
    '[...plain, ...coded]',
    'as one line of a key',
  ),
  {
    name: 'messages: no e-mail address',
    file: redact,
    from: '[^\\s@<>"\'()]{1,64}@',
    to: '[^\\s@<>"\'()]{99}@',
    fells: ['a vendor names the address of a person'],
  },
  {
    name: 'messages: control and direction characters are escaped',
    file: redact,
    from: 'return escapeControls(masked);',
    to: 'return masked;',
    fells: ['a vendor forges a second line of the log'],
  },
  {
    name: 'messages: what a vendor says is masked',
    file: 'src/clients/transport/transport.ts',
    from: '(text) => redactDetail(text, secrets)',
    to: '(text) => redactDetail(text, [], secrets.length + 2000)',
    fells: ['GitLab answers with the headers it was sent'],
  },
  {
    name: 'plans: control and direction characters are escaped',
    file: shown,
    from: 'return text.replace(hidden, ',
    to: 'return text.replace(/\\u0000/g, ',
    fells: ['in a plan: a control sequence that paints another plan', 'in a plan: a name turned around'],
  },
  {
    name: 'plans: no token of GitLab',
    file: shown,
    from: '(?:glpat|',
    to: '(?:',
    fells: ['in a plan: a token'],
  },
  {
    name: 'plans: no token of Slack',
    file: shown,
    from: '\\bxox[a-z]-',
    to: '\\bxox[A-Z]-',
    fells: ['in a plan: a token of Slack'],
  },
  {
    name: 'plans: no e-mail address',
    file: shown,
    from: ".replace(email, '[e-mail]')",
    to: '',
    fells: ['in a plan: an e-mail address'],
  },
  {
    name: 'plans: no telephone number',
    file: shown,
    from: ".replace(phone, '[phone]')",
    to: '',
    fells: ['in a plan: a telephone number'],
  },
  {
    name: 'plans: no mention in Markdown',
    file: ink,
    from: 'words: (text) => plain(text).replace(special,',
    to: 'words: (text) => plain(text).replace(/\\u0000/g,',
    fells: ['in a plan: a mention for a merge request'],
  },
  {
    name: 'plans: code stays code in Markdown',
    file: ink,
    from: ".replaceAll('`', \"'\")",
    to: '',
    fells: ['in a plan: the end of a code span'],
  },
  {
    name: 'plans: a saved one is its owner’s',
    file: 'src/run/plan-file.ts',
    from: 'mode: 0o600',
    to: 'mode: 0o644',
    fells: ['another user of the machine reads a saved plan'],
  },
  {
    name: 'wiki: names are escaped',
    file: page,
    from: '.replace(special, (character)',
    to: '.replace(/\\u0000/g, (character)',
    fells: ['on a wiki page: an area named to include a file'],
  },
  {
    name: 'wiki: names stand on one line',
    file: page,
    from: ".replace(invisible, ' ')",
    to: '',
    fells: ['on a wiki page: an area named with a second line'],
  },
  {
    name: 'wiki: nothing ends a fence',
    file: page,
    from: '/[`<>&\\u2028\\u2029]/g',
    to: '/[&\\u2028\\u2029]/g',
    fells: ['on a wiki page: a value that ends the fence of the table'],
  },
  {
    name: 'wiki: a name in a diagram is a name',
    file: page,
    from: ".replace(/[^\\p{L}\\p{N} .,()/+÷’–-]+/gu, ' ')",
    to: '',
    fells: ['on a wiki page: a name that adds a node to a diagram'],
  },
];
