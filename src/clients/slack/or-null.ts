import { ClientError } from '../client-error.ts';

/** Null instead of the one refusal that is an answer. */
export async function orNull<T>(word: string, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ClientError && error.vendorCode === word) return null;
    throw error;
  }
}
