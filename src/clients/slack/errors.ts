/** Slack's part of the error catalogue. A code is stable: runbooks and dashboards refer to it. */
export const slackErrors = {
  'slack-unreachable': {
    what: 'Slack cannot be reached.',
    cure: 'Check SLACK_API_URL, the network and HTTPS_PROXY. Then run again.',
    exit: 2,
  },
  'slack-answer-lost': {
    what: 'The connection to Slack broke before the whole answer was there.',
    cure: 'Nothing to do: the next run looks whether the write has happened. If it repeats, check the proxy.',
    exit: 2,
  },
  'slack-failed': {
    what: 'Slack answered with a server error.',
    cure: 'Nothing to do: the next run looks again. If it lasts, read https://slack-status.com.',
    exit: 2,
  },
  'slack-rate-limited': {
    what: 'Slack said that the app asks too often.',
    cure: 'Nothing to do: the rest is done in the next run.',
    exit: 2,
  },
  'slack-stopped': {
    what: 'Slack was not asked, because it said stop earlier in this run.',
    cure: 'See the first Slack error of this run; its cure helps for this one too.',
    exit: 2,
  },
  'slack-token-refused': {
    what: 'Slack refuses the bot token: it is wrong, expired or revoked.',
    cure: 'Install the app again and put its bot token into SLACK_BOT_TOKEN.',
    exit: 2,
  },
  'slack-scope-missing': {
    what: 'The bot token lacks a scope for this method.',
    cure: 'Add the scope to the Slack app (the message names the method), install it again, and replace SLACK_BOT_TOKEN.',
    exit: 2,
  },
  'slack-channel-not-found': {
    what: 'Slack does not show this channel to the desk.',
    cure: 'Check the channel id in the configuration or the request; for a private channel invite the desk with /invite.',
    exit: 2,
  },
  'slack-not-in-channel': {
    what: 'The desk is not a member of the channel.',
    cure: 'Invite the desk into the channel with /invite.',
    exit: 2,
  },
  'slack-channel-archived': {
    what: 'The channel is archived.',
    cure: 'Unarchive the channel, or name another one in the configuration or in Salesforce.',
    exit: 2,
  },
  'slack-message-not-found': {
    what: 'The message is gone from the channel.',
    cure: 'Nothing to do: the next run decides whether it is still needed.',
    exit: 2,
  },
  'slack-user-cannot-be-invited': {
    what: 'Slack does not let the desk invite this person.',
    cure: 'Check slack_user in the roster, and that the person is an active full member of the workspace.',
    exit: 2,
  },
  'slack-person-unreachable': {
    what: 'Slack does not let the desk write to this person.',
    cure: 'Check slack_user in the roster or the e-mail address, and that the person is an active member of the workspace. Until then they are told in GitLab only.',
    exit: 2,
  },
  'slack-name-taken': {
    what: 'The name of a channel that the desk wants to make is taken.',
    cure: 'Rename the channel that has this name, or give slack.temporary_channel_prefix another value. The next run tries again.',
    exit: 2,
  },
  'slack-action-restricted': {
    what: 'The settings of the workspace do not let the desk do this.',
    cure: 'Ask an administrator of the workspace to let the app make and archive private channels, or take slack.temporary_channel_above out of the configuration.',
    exit: 2,
  },
  'slack-refused': {
    what: 'Slack refused the call.',
    cure: 'Look the error word up in the documentation of the method at https://docs.slack.dev/reference/methods.',
    exit: 2,
  },
  'slack-answer-unreadable': {
    what: 'Slack answered something that is not what its API describes.',
    cure: 'Check that SLACK_API_URL is Slack itself and not a login page or proxy page.',
    exit: 2,
  },
  'slack-list-incomplete': {
    what: 'A list of Slack could not be read to its end.',
    cure: 'Run again. If it repeats, check for a proxy that changes answers.',
    exit: 2,
  },
  'slack-route-not-allowed': {
    what: 'The desk was about to call a Slack method that is not on its allow-list; nothing was sent.',
    cure: 'Report it: the list of allowed methods lacks one.',
    exit: 2,
  },
  'slack-url-invalid': {
    what: 'SLACK_API_URL is not an address the desk can use.',
    cure: 'Leave SLACK_API_URL empty for Slack itself, or write it like https://slack.example.com/api/.',
    exit: 1,
  },
} as const;
