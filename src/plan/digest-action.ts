/** The weekly digest to one lead by direct message, once per key. */
export interface TellDigest {
  readonly kind: 'digest.tell';
  readonly user: string;
  readonly key: string;
  readonly text: string;
}

/** Opens the standing issue of the digest, with the first digest in it. */
export interface OpenDigest {
  readonly kind: 'digest.open';
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly mentions: readonly string[];
}

/** The weekly digest as a comment on its standing issue, once per key. */
export interface CommentDigest {
  readonly kind: 'digest.comment';
  /** Number of the standing issue. */
  readonly on: number;
  readonly key: string;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** An action of the weekly digest: it belongs to no request. */
export type DigestAction = TellDigest | OpenDigest | CommentDigest;
