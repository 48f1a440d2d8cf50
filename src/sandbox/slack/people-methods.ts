import { argument, fail, ok, type SlackMethod } from './method.ts';
import { shownUser } from './shown.ts';

/** Who the caller is, and who is behind an address or an id. */
export const peopleMethods: readonly SlackMethod[] = [
  {
    name: 'auth.test',
    scopes: () => [],
    run: ({ world, me, token }) =>
      ok({
        url: `https://${world.team.domain}.slack.com/`,
        team: world.team.name,
        user: me.name,
        team_id: world.team.id,
        user_id: me.id,
        ...(token.botId === null ? {} : { bot_id: token.botId }),
        is_enterprise_install: false,
      }),
  },
  {
    // Slack finds deactivated people by id, never by address.
    name: 'users.lookupByEmail',
    scopes: () => ['users:read.email'],
    run: (call) => {
      const wanted = argument(call, 'email').toLowerCase();
      const user = call.world.users.find((one) => one.email?.toLowerCase() === wanted && !one.deleted);
      return user === undefined ? fail('users_not_found') : ok({ user: shownUser(call, user) });
    },
  },
  {
    name: 'users.info',
    scopes: () => ['users:read'],
    run: (call) => {
      const user = call.world.users.find(({ id }) => id === argument(call, 'user'));
      return user === undefined ? fail('user_not_found') : ok({ user: shownUser(call, user) });
    },
  },
];
