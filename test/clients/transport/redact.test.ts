import { describe, expect, it } from 'vitest';
import { redact, redactDetail } from '../../../src/clients/transport/redact.ts';

const token = 'glpat-s3cr3t/To+ken_42';
const basic = Buffer.from(`desk:${token}`).toString('base64');

describe('redaction', () => {
  it.each([
    ['as it is', token],
    ['base64', Buffer.from(token).toString('base64')],
    ['base64 for addresses', Buffer.from(token).toString('base64url')],
    ['URL-encoded', encodeURIComponent(token)],
    ['reversed', [...token].reverse().join('')],
    ['reversed base64', [...Buffer.from(token).toString('base64').replaceAll('=', '')].reverse().join('')],
    ['hexadecimal', Buffer.from(token).toString('hex')],
  ])('masks a secret %s', (_, form) => {
    const text = redact(`before ${form} after`, [token]);

    expect(text).toContain('[secret]');
    expect(text).not.toContain(form.slice(2, -3));
    expect(text).toMatch(/^before .* after$/);
  });

  it('masks a secret in the middle of basic authentication', () => {
    const text = redact(`authorization: Basic ${basic}`, [token]);

    expect(text).toContain('[secret]');
    expect(text).not.toContain(basic.slice(12, 24));
  });

  it('masks each line of a private key, wherever the lines are broken', () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\nAASCBKcwggSjAgEAAoIBAQC7\n-----END-----';

    const text = redact('got MIIEvQIBADANBgkqhkiG9w0BAQEF here', [key]);

    expect(text).toBe('got [secret] here');
  });

  it('escapes what could forge a log line or turn the direction of a text', () => {
    expect(redact('a\nb\u001b[31m\u202ec\u2028d', [])).toBe('a\\u000ab\\u001b[31m\\u202ec\\u2028d');
  });

  it('leaves a text without secrets alone, and ignores values too short to be one', () => {
    expect(redact('the cat sat', ['', 'cat'])).toBe('the cat sat');
  });

  it('takes e-mail addresses out of a detail and cuts it', () => {
    const detail = redactDetail(`no user ${'x'.repeat(300)}`, []);

    expect(detail).toHaveLength(201);
    expect(redactDetail('mail to <ines@example.com> failed', [])).toBe('mail to <[e-mail]> failed');
  });
});
