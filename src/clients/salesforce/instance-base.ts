import { baseUrl } from '../transport/base-url.ts';

/** Domains in which Salesforce runs the instances of its customers. */
const salesforceDomains = ['.salesforce.com', '.force.com', '.salesforce.mil', '.cloudforce.com'];

/**
 * The address of the instance, as the login answer names it, if the session may be sent there; else null. It has
 * to be the login's own host or one of Salesforce's: an answer must not lead the session to another house.
 */
export function instanceBase(instanceUrl: string, loginBase: string): string | null {
  const base = baseUrl(instanceUrl);
  if (base === null || base === loginBase) return base;
  const { protocol, hostname } = new URL(base);
  if (protocol !== 'https:') return null;
  return salesforceDomains.some((domain) => hostname.endsWith(domain)) ? base : null;
}
