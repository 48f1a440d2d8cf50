import * as z from 'zod';
import { email, groupPath, key, name, salesforceUser, username } from './scalars.ts';

/** Roles a requester can have: name by key. */
export const roles = z
  .record(key, name)
  .default({ 'account-sa': 'Account SA', 'sa-leader': 'SA Leader' })
  .describe('Who may request: name by key');

const person = z
  .strictObject({
    gitlab: username,
    role: key,
    region: key.optional(),
    email: email.optional().describe('Finds the Salesforce user'),
    salesforce_user: salesforceUser.optional().describe('In place of a search by e-mail'),
  })
  .meta({ title: 'a requester', examples: ['{ gitlab: sam, role: account-sa }'] });

/** Who may request (docs/rules.md#validation). */
export const requesters = z
  .strictObject({
    groups: z.record(key, groupPath).default({}).describe('GitLab group by role key'),
    people: z.array(person).max(2000).default([]),
  })
  .describe('Who may request: members of GitLab groups, people, or both');

/** How e-mail addresses follow from usernames. */
export const identity = z
  .strictObject({
    email_pattern: z
      .string()
      .max(200)
      .optional()
      .meta({ title: 'an e-mail address with {gitlab} in it', examples: ['"{gitlab}@example.com"'] }),
  })
  .prefault({})
  .describe('How to find the same person elsewhere');
