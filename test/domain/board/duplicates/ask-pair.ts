/** What one solutions architect wrote, part by part; a part may be empty. */
export interface AskText {
  readonly challenge: string;
  readonly solution: string;
  readonly benefit: string;
}

/** Two pieces of customer feedback, and whether a person says that they ask for the same. */
export interface AskPair {
  /** Key of the area that both stand in. */
  readonly area: string;
  readonly same: boolean;
  readonly texts: readonly [AskText, AskText];
}

type Parts = readonly [challenge: string, solution: string, benefit: string];

/** Two asks of an area that are the same. */
export function same(area: string, one: Parts, other: Parts): AskPair {
  return { area, same: true, texts: [askText(one), askText(other)] };
}

/** Two asks of an area that are not the same, however alike they sound. */
export function apart(area: string, one: Parts, other: Parts): AskPair {
  return { area, same: false, texts: [askText(one), askText(other)] };
}

function askText([challenge, solution, benefit]: Parts): AskText {
  return { challenge, solution, benefit };
}
