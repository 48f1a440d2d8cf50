/** One threat, told from its beginning to its end. Known to no test runner: it is told in every build. */
export interface Story {
  /** What somebody does, and that it does not help them. */
  readonly name: string;
  /** Does what the threat does; throws an `AssertionError` where it succeeds. */
  readonly tell: () => void | Promise<void>;
}

/** Stories of one kind; each file under `stories/` tells one chapter. */
export interface Chapter {
  /** Where it is told, from the repository's root. */
  readonly path: string;
  readonly stories: readonly Story[];
}
