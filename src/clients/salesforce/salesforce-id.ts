/**
 * The 18-character form of a Salesforce id, or null: the text is no id of that kind. The last three characters say
 * which of the first fifteen are capitals, so a mistyped id is noticed
 * (https://help.salesforce.com/s/articleView?id=000385008).
 *
 * @param prefix First three characters, which name the kind of object: `006` is an opportunity, `005` a user.
 */
export function salesforceId(text: string, prefix: string): string | null {
  if (!/^[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?$/.test(text) || !text.startsWith(prefix)) return null;
  const whole = text.slice(0, 15) + suffixOf(text.slice(0, 15));
  return text.length === 18 && text !== whole ? null : whole;
}

const suffixCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** One character for each five: the capitals among them as bits, the first character the lowest bit. */
function suffixOf(id: string): string {
  let suffix = '';
  for (const start of [0, 5, 10]) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      if (/[A-Z]/.test(id.charAt(start + index))) bits |= 1 << index;
    }
    suffix += suffixCharacters.charAt(bits);
  }
  return suffix;
}
