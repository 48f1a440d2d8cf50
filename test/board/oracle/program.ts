/** Somebody's working time, on their own wall. */
export interface Hours {
  readonly timeZone: string;
  /** `mon` to `sun`. */
  readonly days: readonly string[];
  /** `09:00`. */
  readonly from: string;
  readonly to: string;
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** An area of the program; all people are GitLab usernames. */
export interface AreaOfProgram {
  readonly key: string;
  readonly name: string;
  readonly isFormal: boolean;
  readonly managers: readonly string[];
  readonly leads: readonly string[];
  readonly smes: readonly string[];
}

/** The program on one day, as people would tell it: what the oracle knows beside what it sees. */
export interface Program {
  /** User id of the desk in GitLab. */
  readonly desk: number;
  readonly leads: readonly string[];
  readonly areas: readonly AreaOfProgram[];
  readonly hours: Hours;
  /** Of those whose working time is another than the program's. */
  readonly hoursOf: Readonly<Record<string, Hours>>;
  readonly deskInSlack: string;
  /** User ids in Slack of people, by username. */
  readonly slackOf: Readonly<Record<string, string>>;
  /** Words that stand nowhere but in confidential issues: customers, opportunities. */
  readonly names: readonly string[];
  /** Amounts of the deals, as digits. */
  readonly amounts: readonly string[];
}

/** Whether somebody may move cards of an area: product managers of any area, leads and SMEs of this one. */
export function mayMove(program: Program, areaKey: string, username: string): boolean {
  const { areas } = program;
  if (areas.some(({ managers }) => managers.includes(username))) return true;
  return areas.some(
    ({ key, leads, smes }) => key === areaKey && (leads.includes(username) || smes.includes(username)),
  );
}

/** Who is reminded of new cards of an area. */
export function leadsOf({ areas, leads }: Program, areaKey: string): readonly string[] {
  const found = areas.find(({ key }) => key === areaKey)?.leads ?? [];
  return found.length === 0 ? leads : found;
}

/** Who decides on cards of an area. */
export function managersOf(program: Program, areaKey: string): readonly string[] {
  const found = program.areas.find(({ key }) => key === areaKey)?.managers ?? [];
  return found.length === 0 ? leadsOf(program, areaKey) : found;
}
