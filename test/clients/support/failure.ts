import { ClientError } from '../../../src/clients/client-error.ts';

/** The error a call ends with. A call that succeeds fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<ClientError> {
  let value: unknown;
  try {
    value = await call;
  } catch (error) {
    if (error instanceof ClientError) return error;
    throw error;
  }
  throw new Error(`expected a failure, got ${JSON.stringify(value)}`);
}
