import type { Answer } from '../answer.ts';
import { answer, failure } from './answers.ts';
import { firstPage } from './query.ts';
import type { SalesforceWorld } from './state.ts';

const mostQueries = 5;

/** One request inside another, as far as the desk has any. */
interface Subrequest {
  readonly soql: string;
  readonly referenceId: string;
}

/**
 * Up to five queries in one call, which counts as one; each has an answer of its own. Salesforce takes other subrequests
 * too, up to 25 in all and writes among them. The sandbox refuses those, so that nothing can be written unseen.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite_post.htm
 *
 * @param version `vNN.N` of the caller's URL.
 * @param size Rows of a page.
 */
export function answerComposite(
  world: SalesforceWorld,
  body: unknown,
  version: string,
  size: number,
): Answer {
  const parts = listOf(body);
  if (parts === null || parts.length === 0) {
    return failure(world, 400, { message: 'compositeRequest is required', errorCode: 'JSON_PARSER_ERROR' });
  }
  if (parts.length > mostQueries) {
    const message = `Cannot have more than ${mostQueries} queries in one composite request`;
    return failure(world, 400, { message, errorCode: 'LIMIT_EXCEEDED' });
  }
  const subrequests = parts.map((part) => readQuery(part, version));
  const compositeResponse: unknown[] = [];
  for (const subrequest of subrequests) {
    if (subrequest === null) {
      const message = 'the sandbox takes queries of the same version only, by GET';
      return failure(world, 400, { message, errorCode: 'INVALID_INPUT' });
    }
    const response = firstPage(world, subrequest.soql, version, size);
    compositeResponse.push({
      body: JSON.parse(response.body),
      httpHeaders: {},
      httpStatusCode: response.status,
      referenceId: subrequest.referenceId,
    });
  }
  return answer(world, { compositeResponse });
}

function listOf(body: unknown): readonly unknown[] | null {
  if (typeof body !== 'object' || body === null || !('compositeRequest' in body)) return null;
  return Array.isArray(body.compositeRequest) ? body.compositeRequest : null;
}

function readQuery(part: unknown, version: string): Subrequest | null {
  if (typeof part !== 'object' || part === null) return null;
  const { method, url, referenceId } = { method: '', url: '', referenceId: '', ...part };
  const path = new RegExp(`^/services/data/${version.replace('.', '\\.')}/query/?\\?q=(.+)$`).exec(url);
  if (method !== 'GET' || path === null || !/^\w+$/.test(referenceId)) return null;
  return { soql: new URLSearchParams(`q=${path[1] ?? ''}`).get('q') ?? '', referenceId };
}
