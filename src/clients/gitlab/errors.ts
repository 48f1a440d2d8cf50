/** GitLab's part of the error catalogue. A code is stable: runbooks and dashboards refer to it. */
export const gitlabErrors = {
  'gitlab-unreachable': {
    what: 'GitLab cannot be reached.',
    cure: 'Check GITLAB_URL, the network and HTTPS_PROXY; for a private certificate authority set NODE_EXTRA_CA_CERTS. Then run again.',
    exit: 2,
  },
  'gitlab-answer-lost': {
    what: 'The connection to GitLab broke before the whole answer was there.',
    cure: 'Nothing to do: the next run looks whether the write has happened. If it repeats, check the proxy and the load of GitLab.',
    exit: 2,
  },
  'gitlab-failed': {
    what: 'GitLab answered with a server error.',
    cure: 'Nothing to do: the next run looks again. If it lasts, read the status page or the logs of the GitLab instance.',
    exit: 2,
  },
  'gitlab-rate-limited': {
    what: 'GitLab said that this token asks too often.',
    cure: 'Nothing to do: the rest is done in the next run. If it repeats, run less often or raise the limits of the instance.',
    exit: 2,
  },
  'gitlab-stopped': {
    what: 'GitLab was not asked, because it said stop earlier in this run.',
    cure: 'See the first GitLab error of this run; its cure helps for this one too.',
    exit: 2,
  },
  'gitlab-token-refused': {
    what: 'GitLab refuses the token: it is wrong, expired or revoked.',
    cure: 'Create a new project access token (role Developer, scope api) and put it into SME_DESK_GITLAB_TOKEN; add the old bot to the former desk users.',
    exit: 2,
  },
  'gitlab-token-scope-too-small': {
    what: 'The scopes of the GitLab token do not allow this call.',
    cure: 'Create a token with the scope api and put it into SME_DESK_GITLAB_TOKEN.',
    exit: 2,
  },
  'gitlab-role-too-small': {
    what: 'The role of the GitLab token does not allow this call.',
    cure: 'Give the desk the role Developer in the project; for setup use SME_DESK_SETUP_TOKEN of a Maintainer.',
    exit: 2,
  },
  'gitlab-project-not-found': {
    what: 'GitLab does not show the project to this token: it is absent, or private and the token is no member.',
    cure: 'Check GITLAB_PROJECT, and that the token belongs to a member of that project.',
    exit: 2,
  },
  'gitlab-project-moved': {
    what: 'The project was renamed or moved: GitLab redirects its old path.',
    cure: 'Set GITLAB_PROJECT to the numeric id of the project (it survives a move), or to the new path.',
    exit: 2,
  },
  'gitlab-not-found': {
    what: 'GitLab does not show this object to the desk: it is gone, or not visible to the token.',
    cure: 'Look at the object in GitLab. If it is there, check the role of the token; if it is gone, the next run goes on without it.',
    exit: 2,
  },
  'gitlab-refused': {
    what: 'GitLab refused the call.',
    cure: 'Read the reason in the message, correct it in GitLab or in the configuration, and run again.',
    exit: 2,
  },
  'gitlab-answer-unreadable': {
    what: 'GitLab answered something that is not what its API describes.',
    cure: 'Check that GITLAB_URL is GitLab itself and not a login page or proxy page; otherwise report the version of GitLab.',
    exit: 2,
  },
  'gitlab-paging-broken': {
    what: 'A list of GitLab could not be read to its end.',
    cure: 'Run again. If it repeats, check that no proxy removes or rewrites the Link header of GitLab.',
    exit: 2,
  },
  'gitlab-note-was-commands': {
    what: 'GitLab took the comment for quick actions and kept no comment.',
    cure: 'Report it with the issue number: no text of the desk may hold a line that starts with a quick action.',
    exit: 2,
  },
  'gitlab-route-not-allowed': {
    what: 'The desk was about to send GitLab a request that is not on its allow-list; nothing was sent.',
    cure: 'Report it: either an id is malformed, or the list of allowed routes lacks one.',
    exit: 2,
  },
  'gitlab-url-invalid': {
    what: 'GITLAB_URL is not an address the desk can use.',
    cure: 'Write it like https://gitlab.example.com: with https://, without user name, query or /api/v4.',
    exit: 1,
  },
  'group-unreadable': {
    what: 'GitLab does not show the members of a requester group to this token.',
    cure: 'Use a service-account or group token that can read the group, or list the people under requesters.people.',
    exit: 2,
  },
} as const;
