import { type Placed, placePart } from '../../domain/record/place-part.ts';

/** Around what the desk writes on a page that people edit too; everything outside is theirs. */
const marks = {
  starts: /<!-- sme-desk:home:start -->/g,
  start: '<!-- sme-desk:home:start -->',
  end: '<!-- sme-desk:home:end -->',
};

/** Puts the desk's part of a wiki page between its markers ({@link placePart}). */
export function placeDeskPart(page: string | null, part: string): Placed {
  return placePart(page, part, marks);
}
