/**
 * The people of the embedded world. The shipped `config/` names the same people; the sandbox gives each of them
 * an account in every system. A GitLab token of the sandbox is `sandbox-<username>`.
 */
export interface CastMember {
  readonly username: string;
  readonly id: number;
  readonly name: string;
  /** GitLab access level in the desk's project; null: no member. */
  readonly access: 10 | 15 | 20 | 30 | 40 | 50 | null;
  readonly email: string;
  /** 18-character Salesforce user id, or null: no Salesforce user. */
  readonly salesforce: string | null;
  readonly slack: string | null;
  readonly bot: boolean;
}

function member(
  username: string,
  id: number,
  name: string,
  access: CastMember['access'],
  ids: { salesforce?: string; slack?: string; bot?: boolean } = {},
): CastMember {
  return {
    username,
    id,
    name,
    access,
    email: `${username}@example.com`,
    salesforce: ids.salesforce ?? null,
    slack: ids.slack ?? null,
    bot: ids.bot ?? false,
  };
}

export const cast: readonly CastMember[] = [
  member('project_7_bot_desk', 900, 'SME Desk', 30, { bot: true }),
  member('olivia', 901, 'Olivia Operator', 40),
  member('priya', 11, 'Priya Raman', 15, { salesforce: '005AB000001PriyYAC', slack: 'U0PRIYA001' }),
  member('omar', 12, 'Omar Haddad', 15, { salesforce: '005AB000001OmarYAC', slack: 'U0OMAR0001' }),
  member('lena', 13, 'Lena Vogt', 15, { salesforce: '005AB000001LenaYAC', slack: 'U0LENA0001' }),
  member('petra', 14, 'Petra Novak', 15, { slack: 'U0PETRA001' }),
  member('sam', 21, 'Sam Okoye', 10, { salesforce: '005AB000001SamOYAS', slack: 'U0SAM00001' }),
  member('sofia', 22, 'Sofia Lind', 10, { salesforce: '005AB000001SofiYAC', slack: 'U0SOFIA001' }),
  member('tom', 23, 'Tom Becker', 10, { salesforce: '005AB000001TomBYAS', slack: 'U0TOM00001' }),
  member('ines', 31, 'Ines Ferrer', 10, { salesforce: '005AB000001InesYAC', slack: 'U0INES0001' }),
  member('jonas', 32, 'Jonas Weber', 10, { salesforce: '005AB000001JonaYAC', slack: 'U0JONAS001' }),
  member('mei', 33, 'Mei Tanaka', 10, { salesforce: '005AB000001MeiTYAS', slack: 'U0MEI00001' }),
  member('ravi', 34, 'Ravi Shah', 10, { salesforce: '005AB000001RaviYAC', slack: 'U0RAVI0001' }),
  member('carlos', 35, 'Carlos Mendes', 10, { salesforce: '005AB000001CarlYAC', slack: 'U0CARLOS01' }),
  member('hannah', 36, 'Hannah Cole', 10, { salesforce: '005AB000001HannYAC', slack: 'U0HANNAH01' }),
  member('mallory', 66, 'Mallory Reed', 15, { salesforce: '005AB000001MallYAC', slack: 'U0MALLORY1' }),
];
