import type { IssueFacts } from '../snapshot.ts';
import { markerLine, readMarker } from './marker.ts';

/** What an issue is known by that follows from a request; the marker `follow-up` in its description. */
export interface FollowUpName {
  readonly project: number;
  /** **Global** id of the request. */
  readonly issue: number;
  readonly key: string;
}

/** What the standing issue of the digest is known by; the marker `digest` in its description. */
export interface DigestName {
  readonly project: number;
  /** The digest that stands in the description itself. */
  readonly key: string;
}

/** An issue as far as it says who opened it, and as what. */
export type OpenedIssue = Pick<IssueFacts, 'author' | 'projectId' | 'description'>;

/** The marker line of an issue that follows from a request. */
export function followUpLine({ project, issue, key }: FollowUpName): string {
  return markerLine('follow-up', { project, issue, key });
}

/** The marker line of the standing issue of the digest. */
export function digestLine({ project, key }: DigestName): string {
  return markerLine('digest', { project, key });
}

/** Whether the desk itself has opened this issue under this name; a marker that somebody copied proves nothing. */
export function isFollowUp(opened: OpenedIssue, deskIds: readonly number[], name: FollowUpName): boolean {
  const value = ownMarker('follow-up', opened, deskIds);
  return value !== null && value.issue === name.issue && value.key === name.key;
}

/** The first key of the digest whose standing issue this is; null: it is another issue. */
export function digestKeyOf(opened: OpenedIssue, deskIds: readonly number[]): string | null {
  const key = ownMarker('digest', opened, deskIds)?.key;
  return typeof key === 'string' ? key : null;
}

/**
 * The key of the standing issue this is, or null: another issue, or one without a readable marker. Whoever it is
 * assigned to can write another key (`docs/gitlab.md#issues`), so it never says by itself whose issue it is.
 */
export function standingKeyOf(opened: OpenedIssue, deskIds: readonly number[]): string | null {
  const key = ownMarker('standing', opened, deskIds)?.key;
  return typeof key === 'string' ? key : null;
}

/** The marker of an issue that the desk has opened in this project, or null. */
function ownMarker(
  kind: 'follow-up' | 'digest' | 'standing',
  { author, projectId, description }: OpenedIssue,
  deskIds: readonly number[],
): Readonly<Record<string, unknown>> | null {
  if (!deskIds.includes(author.id)) return null;
  const value = readMarker(kind, description);
  if (typeof value !== 'object' || value === null) return null;
  const marker: Record<string, unknown> = { ...value };
  return marker.project === projectId ? marker : null;
}
