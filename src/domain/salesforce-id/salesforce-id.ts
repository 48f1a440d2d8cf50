/** What an 18-character reading of a text gave. */
export type SalesforceId =
  | { readonly kind: 'id'; readonly id: string }
  /** 18 characters whose last three do not fit the others: a letter was mistyped or its case was lost. */
  | { readonly kind: 'suffix'; readonly expected: string }
  | { readonly kind: 'malformed' };

const suffixLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The three characters that make a 15-character id unique without regard to case: one per five characters, whose
 * bits say which of the five are capitals, the first the lowest.
 * https://help.salesforce.com/s/articleView?id=000383751&type=1
 */
export function idSuffix(short: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      const letter = short.charAt(chunk + place);
      if (letter >= 'A' && letter <= 'Z') bits += 2 ** place;
    }
    suffix += suffixLetters.charAt(bits);
  }
  return suffix;
}

/** Reads an id of 15 or 18 characters as its 18-character form; the suffix itself may be in small letters. */
export function salesforceId(text: string): SalesforceId {
  if (!/^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(text)) return { kind: 'malformed' };
  const short = text.slice(0, 15);
  const expected = idSuffix(short);
  if (text.length === 18 && text.slice(15).toUpperCase() !== expected) return { kind: 'suffix', expected };
  return { kind: 'id', id: short + expected };
}
