const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** One character for five: the bits say which of them are capital letters, the first being the lowest bit. */
function suffixOf(five: string): string {
  let bits = 0;
  for (const [place, letter] of [...five].entries()) {
    if (letter >= 'A' && letter <= 'Z') bits += 1 << place;
  }
  return letters.charAt(bits);
}

/**
 * The 18-character form of a Salesforce id, which stays unique where case is lost. Null when `id` has neither 15
 * nor 18 letters and digits, or is 18 long and its last three do not fit the case of the others.
 * https://help.salesforce.com/s/articleView?id=000383751&type=1
 */
export function toEighteen(id: string): string | null {
  if (!/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(id)) return null;
  const short = id.slice(0, 15);
  const long = `${short}${suffixOf(short.slice(0, 5))}${suffixOf(short.slice(5, 10))}${suffixOf(short.slice(10))}`;
  return id.length === 15 || id === long ? long : null;
}

/** An id of the sandbox's own making: prefix of the object, then `AB`, then the number in ten digits; 18 characters. */
export function numberedId(prefix: '008' | '00q' | '01J', number: number): string {
  return toEighteen(`${prefix}AB${String(number).padStart(10, '0')}`) ?? '';
}
