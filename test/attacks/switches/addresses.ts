import type { Switch } from '../build/switch.ts';

const segment = 'src/clients/transport/path-segment.ts';
const list = 'src/clients/transport/allow-list.ts';
const soql = 'src/clients/salesforce/soql.ts';

/** Addresses and queries: two rows of `docs/security.md#sinks`. */
export const addressSwitches: readonly Switch[] = [
  {
    name: 'addresses: nothing that is not on the list',
    file: 'src/clients/transport/transport.ts',
    from: 'if (route === null) throw notAllowed(service, call);',
    to: "if (route === null) return await sendAllowed(call, { method: call.method, pattern: '', write: true }, { service, settings, restraint });",
    fells: ['a call that is not on the list'],
  },
  {
    name: 'addresses: method and path together',
    file: list,
    from: 'route.method === method && ',
    to: '',
    fells: ['a request to delete the project'],
  },
  {
    name: 'addresses: the path is on the list',
    file: list,
    from: 'matches(route.pattern, segments)) ?? null',
    to: 'true) ?? null',
    fells: ['a request for the variables with the secrets'],
  },
  {
    name: 'addresses: under the base',
    file: list,
    from: 'if (url.startsWith(base)) return url.slice(base.length)',
    to: "if (url !== '') return url.slice(url.indexOf('/v4/') + 4)",
    fells: ['a request to another server'],
  },
  {
    name: 'addresses: no backslash, blank or fragment',
    file: list,
    from: 'if (/[\\s\\\\#]/.test(url)) return null;',
    to: "url = url.split('\\\\')[0] ?? '';",
    fells: ['a backslash that some parser turns'],
  },
  {
    name: 'addresses: numbers are digits',
    file: list,
    from: "return /^[1-9][0-9]{0,15}$/.test(segments[index] ?? '');",
    to: 'return true;',
    fells: ['a word where the number of an issue belongs'],
  },
  {
    name: 'addresses: segments are checked',
    file: list,
    from: 'if (!segments.every(isSafeSegment)) return null;',
    to: '',
    fells: ['a page of the wiki that walks up'],
  },
  {
    name: 'addresses: the project is part of the pattern',
    file: 'src/clients/gitlab/routes.ts',
    from: 'const own = `',
    to: "const own = project === '' ? '' : 'projects/:any'; `",
    fells: ['a request into another project'],
  },
  {
    name: 'segments: safe characters only',
    file: segment,
    from: 'if (!/^(?:[A-Za-z0-9_.~-]|%[0-9A-Fa-f]{2})+$/.test(segment)) return false;',
    to: '',
    fells: ['a segment with a question mark'],
  },
  {
    name: 'segments: whole characters',
    file: segment,
    from: 'if (decoded === null) return false;',
    to: 'if (decoded === null) return true;',
    fells: ['a segment with a broken escape'],
  },
  {
    name: 'segments: one layer of encoding',
    file: segment,
    from: '|%(?:2e|2f|5c|00)/iu',
    to: '/iu',
    fells: ['a segment that is encoded twice'],
  },
  {
    name: 'segments: no control character',
    file: segment,
    from: '[\\p{Cc}\\\\]',
    to: '[\\\\]',
    fells: ['a segment with a line break'],
  },
  {
    name: 'segments: not the same folder',
    file: segment,
    from: "part !== '.' && ",
    to: '',
    fells: ['a segment that is one dot'],
  },
  {
    name: 'segments: not the folder above',
    file: segment,
    from: " && part !== '..')",
    to: ')',
    fells: ['a segment that walks up, encoded', 'a segment that walks up behind a slash'],
  },
  {
    name: 'SOQL: ids are checked',
    file: soql,
    from: "ids.map((id) => checkedId(id, '006'))",
    to: 'ids',
    fells: ['an opportunity id that goes on as a query'],
  },
  {
    name: 'SOQL: an id names its kind',
    file: 'src/clients/salesforce/salesforce-id.ts',
    from: ' || !text.startsWith(prefix)',
    to: '',
    fells: ['the id of an account for one of an opportunity'],
  },
  {
    name: 'SOQL: an id fits its last three characters',
    file: 'src/clients/salesforce/salesforce-id.ts',
    from: 'text.length === 18 && text !== whole ? null : whole',
    to: 'whole',
    fells: ['a mistyped opportunity id that is another one'],
  },
  {
    name: 'SOQL: fields are checked',
    file: soql,
    from: 'if (/^[A-Za-z][A-Za-z0-9_]{0,79}$/.test(name)) return name;',
    to: 'return name;',
    fells: ['a field of Salesforce that goes on as a query'],
  },
  {
    name: 'Salesforce: the opportunity of a row is checked',
    file: 'src/clients/salesforce/create-salesforce.ts',
    from: "OpportunityId: checkedId(opportunityId, '006')",
    to: 'OpportunityId: opportunityId',
    fells: ['ids in the record that are none'],
  },
  {
    name: 'Salesforce: the id of a row is checked',
    file: 'src/clients/salesforce/create-salesforce.ts',
    from: "checkedId(rowId, '')",
    to: 'rowId',
    fells: ['ids in the record that are none'],
  },
];
