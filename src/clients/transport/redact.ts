/** What stands in the place of a secret. */
const mask = '[secret]';

/** Shorter values would mask half of every text; no credential of the three systems is that short. */
const shortestSecret = 6;

/**
 * The text without the secrets, in each form in which they have been seen to leak: as they are, base64 (also in
 * the middle of a longer base64 text, as in basic authentication), URL-encoded, JSON-escaped and reversed
 * (docs/security.md#sinks). Control and direction characters are escaped, so that a text can neither forge a
 * second log line nor hide its end.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const form of formsOf(secrets)) masked = masked.replaceAll(form, mask);
  return escapeControls(masked);
}

/** Text of a vendor, for a message: redacted, no e-mail address, one line, at most `longest` characters. */
export function redactDetail(text: string, secrets: readonly string[], longest = 200): string {
  const short = redact(text, secrets).replace(/[^\s@<>"'()]{1,64}@[^\s@<>"'()]{1,255}/g, '[e-mail]');
  return short.length <= longest ? short : `${short.slice(0, longest)}…`;
}

/** All forms, the longest first: a short one inside a longer one would leave the rest of it readable. */
function formsOf(secrets: readonly string[]): string[] {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    for (const form of formsOfOne(secret)) {
      if (form.length >= shortestSecret) forms.add(form);
    }
  }
  return [...forms].sort((a, b) => b.length - a.length);
}

function formsOfOne(secret: string): string[] {
  const plain = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    formEncoded(secret),
  ];
  const coded = [...base64Forms(secret), Buffer.from(secret).toString('hex')];
  const lines = secret.includes('\n') ? secret.split(/\r?\n/).filter((line) => line.length >= 16) : [];
  const forms = [...plain, ...coded, ...lines];
  return [...forms, ...forms.map(reversed)];
}

function formEncoded(secret: string): string {
  return new URLSearchParams({ s: secret }).toString().slice(2);
}

/** Base64 of the secret at each of the three offsets it can have in a longer text, without the shared edges. */
function base64Forms(secret: string): string[] {
  const forms: string[] = [];
  for (const offset of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const whole = bytes.toString('base64').replaceAll('=', '');
    const from = offset === 0 ? 0 : offset + 1;
    const to = bytes.length % 3 === 0 ? whole.length : whole.length - 1;
    const inner = whole.slice(from, to);
    forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return forms;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
