import { isReference } from '../../domain/record/reference-words.ts';

/** What the actions of this run have come to: the values behind references, and the issues that are halted. */
export class Ledger {
  readonly #values = new Map<string, string | number>();
  readonly #halted = new Map<number, string>();
  readonly #recordVersions = new Map<number, string>();
  readonly #authority = new Map<number, number>();
  readonly #lostPages = new Set<string>();

  /** Remembers what a reference has become. */
  resolve(reference: string, value: string | number): void {
    this.#values.set(reference, value);
  }

  /** Whether what a reference names has come about. */
  has(reference: string): boolean {
    return this.#values.has(reference);
  }

  /** What a reference has become, or null: it has not come about. */
  became(reference: string): string | number | null {
    return this.#values.get(reference) ?? null;
  }

  /** The id a reference stands for; a real id stands for itself; null: it has not come about. */
  id<T extends string | number>(value: T): string | number | null {
    if (typeof value === 'string' && isReference(value)) return this.#values.get(value) ?? null;
    return value;
  }

  /** Nothing more is written on this issue in this run. */
  halt(issue: number, why: string): void {
    this.#halted.set(issue, why);
  }

  /** Why an issue is halted, or null. */
  haltedBecause(issue: number): string | null {
    return this.#halted.get(issue) ?? null;
  }

  /** A wiki page is not known to be written. Case makes no other page (`docs/gitlab.md#wiki`). */
  losePage(slug: string): void {
    this.#lostPages.add(slug.toLowerCase());
  }

  /** The first of some pages that this run could not write, or null. */
  lostPage(slugs: readonly string[]): string | null {
    return slugs.find((slug) => this.#lostPages.has(slug.toLowerCase())) ?? null;
  }

  /** The version of the record that this run itself has written. */
  setRecordVersion(issue: number, version: string): void {
    this.#recordVersions.set(issue, version);
  }

  recordVersion(issue: number): string | null {
    return this.#recordVersions.get(issue) ?? null;
  }

  /** When the authority of an issue was last read, on a monotonic clock in milliseconds. */
  setAuthorityRead(issue: number, at: number): void {
    this.#authority.set(issue, at);
  }

  authorityRead(issue: number): number | null {
    return this.#authority.get(issue) ?? null;
  }

  /** JSON with every reference in it replaced by what it became; one that did not come about becomes `fallback`. */
  settle(value: unknown, fallback: (reference: string) => unknown): unknown {
    if (typeof value === 'string')
      return isReference(value) ? (this.#values.get(value) ?? fallback(value)) : value;
    if (Array.isArray(value)) return value.map((each) => this.settle(each, fallback));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.settle(each, fallback)]));
  }
}
