import { cast } from '../example/cast.ts';

/** What the people of the story are in the program. */
const roles: Readonly<Record<string, string>> = {
  olivia: 'operator',
  sam: 'account SA',
  tom: 'account SA',
  sofia: 'SA leader',
  omar: 'approver for AI',
  lena: 'approver for Security and Dedicated',
  jonas: 'SME for AI',
  carlos: 'SME for Dedicated',
};

/** Somebody with name and role; Mallory has none in the program. */
export function introduce(username: string): string {
  const name = cast.find((member) => member.username === username)?.name ?? username;
  const role = roles[username];
  return role === undefined ? name : `${name} (${role})`;
}
