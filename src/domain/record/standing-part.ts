import { markerLine } from './marker.ts';
import { type PartMarks, type Placed, placePart } from './place-part.ts';

/** What a standing issue is known by; the marker `standing` above the desk's part of its description. */
export interface StandingName {
  readonly project: number;
  readonly key: string;
}

function marksOf({ project, key }: StandingName): PartMarks {
  return {
    // Whatever key it bears: whoever the issue is assigned to can change it, and the right one is put back.
    starts: /<!-- sme-desk:standing [^<>]*-->/g,
    start: markerLine('standing', { project, key }),
    end: markerLine('standing-end', {}),
  };
}

/**
 * The description of a standing issue with the desk's part in place; what people wrote around it stays
 * ({@link placePart}).
 *
 * @param description Null: the issue is not there yet.
 */
export function placeStanding(description: string | null, part: string, name: StandingName): Placed {
  return placePart(description, part, marksOf(name));
}
