import { type AskPair, apart } from './ask-pair.ts';

/** Pairs that are not the same ask: the same nouns for another wish, the same trouble with another way out. */
export const otherAsks: readonly AskPair[] = [
  apart(
    'cicd',
    ['Runner fleet on AWS has a fixed size and jobs queue.', 'Runner autoscaling on AWS.', 'Shorter queues.'],
    [
      'Runner jobs on AWS download all dependencies again each time.',
      'Runner caching on AWS: distributed cache in S3 that really works across runners.',
      'Shorter jobs.',
    ],
  ),
  apart(
    'ai',
    [
      'Duo Chat answers only in English.',
      'Duo Chat in German and Japanese.',
      'Adoption in the subsidiaries.',
    ],
    [
      'Duo Chat forgets the conversation after a restart.',
      'Keep the history of Duo Chat.',
      'Adoption by developers.',
    ],
  ),
  apart(
    'appsec',
    [
      'DAST cannot log in to our application because of two-factor login.',
      'DAST authentication with TOTP.',
      'Scan of the pages behind the login.',
    ],
    [
      'DAST takes nine hours on our application.',
      'Incremental DAST scans of changed pages only.',
      'Scan fits in the night.',
    ],
  ),
  apart(
    'agile',
    ['Epics can be nested, but boards show only issues.', 'Epic boards with swimlanes by team.', 'Planning.'],
    ['Epics cannot be assigned.', 'Assignee for epics.', 'Somebody owns it.'],
  ),
  apart(
    'dedicated',
    [
      'Customer needs Dedicated in the Swiss region of AWS.',
      'Offer GitLab Dedicated in eu-central-2 (Zurich).',
      'Data residency.',
    ],
    [
      'Customer needs Dedicated on Azure, AWS is a competitor.',
      'Offer GitLab Dedicated on Azure.',
      'Would be a new deal.',
    ],
  ),
  apart(
    'cicd',
    [
      'Artifacts fill the storage quota.',
      'Policy that deletes artifacts of merged branches.',
      'Storage cost goes down.',
    ],
    [
      'Container registry fills the storage quota.',
      'Cleanup policies for container images that keep what is deployed.',
      'Storage cost goes down.',
    ],
  ),
  apart(
    'ai',
    [
      'Code suggestions are not available in Eclipse.',
      'Duo plug-in for Eclipse with code suggestions.',
      'Java teams can use their seats.',
    ],
    [
      'Code suggestions are not available for COBOL.',
      'Support of COBOL in Duo code suggestions.',
      'Mainframe teams can use their seats.',
    ],
  ),
  apart(
    'appsec',
    [
      'Dependency scanning does not support Conan lock files.',
      'Support Conan 2 in dependency scanning.',
      'C++ teams get results.',
    ],
    [
      'Dependency scanning does not tell whether a vulnerable function is called.',
      'Reachability analysis for dependency scanning.',
      'Less noise.',
    ],
  ),
  apart(
    'agile',
    [
      'Roadmap has no export.',
      'Export the roadmap as PDF or picture for the steering committee.',
      'No screenshots any more.',
    ],
    [
      'Roadmap shows epics only.',
      'Show milestones and issues on the roadmap.',
      'Steering committee sees releases.',
    ],
  ),
  apart(
    'cicd',
    [
      'Approvals of a deployment are lost when the job is retried.',
      'Keep deployment approvals on retry.',
      'Fewer calls at night.',
    ],
    [
      'Approvals of a merge request are lost after each rebase.',
      'Keep merge request approvals when a rebase changes nothing.',
      'Fewer calls for reviewers.',
    ],
  ),
  apart(
    'dedicated',
    [
      'Backups of Dedicated are kept for 30 days.',
      'Choose the retention of backups, up to one year.',
      'Audit of the bank.',
    ],
    [
      'Customer wants a copy of the Dedicated backups in their own account.',
      'Deliver backups to a bucket of the customer.',
      'Exit plan, demanded by the audit of the bank.',
    ],
  ),
  apart(
    'observability',
    [
      'DORA metrics count each deployment job.',
      'Choose which environments count for DORA metrics.',
      'Figures that people believe.',
    ],
    [
      'DORA metrics are per project.',
      'DORA metrics aggregated for a group of projects that form one product.',
      'Figures for management.',
    ],
  ),
  apart(
    'cicd',
    [
      'Windows runners start slowly, 6 minutes per job.',
      'Warm pool of hosted Windows runners.',
      'Quick builds.',
    ],
    [
      'macOS runners are only beta and have old Xcode images.',
      'Generally available hosted macOS runners with current Xcode.',
      'Quick builds of the app.',
    ],
  ),
  apart(
    'ai',
    [
      'Root cause analysis explains a failed job well but does nothing.',
      'Duo opens a merge request with the fix of the failed pipeline.',
      'Less time for broken pipelines.',
    ],
    [
      'Vulnerability resolution explains SAST findings but handles few kinds of CWE.',
      'Duo opens merge requests with a fix for more CWEs.',
      'Less time for old vulnerabilities.',
    ],
  ),
  apart(
    'appsec',
    [
      'License approval policies know only SPDX names.',
      'Custom licenses in license approval policies.',
      'Own commercial licenses are allowed.',
    ],
    [
      'License information of npm packages is wrong for many dual-licensed packages.',
      'Correct detection of dual licenses.',
      'Lawyers trust the license list.',
    ],
  ),
  apart(
    'agile',
    [
      'Issue boards get slow with 2,000 issues.',
      'Faster issue boards, lazy loading.',
      'Boards usable in meetings.',
    ],
    [
      'Issue boards do not show the epic of an issue.',
      'Show the parent epic on cards of issue boards.',
      'Boards usable in meetings.',
    ],
  ),
  apart(
    'cicd',
    [
      'Terraform state can be read by every developer.',
      'Permissions for Terraform state by environment.',
      'Production secrets in state are safe.',
    ],
    [
      'Terraform modules cannot be tested before publishing.',
      'Test framework for modules in the Terraform registry.',
      'Production modules are safe to use.',
    ],
  ),
  apart(
    'dedicated',
    [
      'Private link from two VPCs only.',
      'More than two AWS PrivateLink endpoints for inbound access to Dedicated.',
      'All business units can connect.',
    ],
    [
      'Runner in our network cannot be reached from Dedicated webhooks.',
      'Outbound PrivateLink from Dedicated to services of the customer by self-service.',
      'No ticket for each service.',
    ],
  ),
  apart(
    'embedded',
    [
      'Coverage of C code compiled for the target is not understood.',
      'Import LCOV / gcov coverage of cross-compiled code.',
      'Coverage visualised in the merge request.',
    ],
    [
      'Static analysis for MISRA C is done in another tool.',
      'Import MISRA findings (Polyspace, Coverity) into the merge request.',
      'Developers see findings in the merge request.',
    ],
  ),
  apart(
    'appsec',
    [
      'Audit events do not say which API token was used.',
      'Token id in audit events.',
      'Investigations after a leak.',
    ],
    [
      'Personal access tokens have rights on everything the user can reach.',
      'Fine-grained personal access tokens by project and scope.',
      'A leak does less harm.',
    ],
  ),
  apart(
    'cicd',
    [
      'CI/CD components cannot be shared between instances.',
      'Mirror the CI/CD catalog from gitlab.com to a self-managed instance.',
      'Reuse.',
    ],
    [
      'We do not know who uses which version of our CI/CD components.',
      'Usage statistics for components in the CI/CD catalog.',
      'Old versions can be retired.',
    ],
  ),
  apart(
    'ai',
    [
      'Duo seats are assigned by hand, one by one.',
      'Assign Duo seats through SAML groups.',
      'Administration.',
    ],
    [
      'Duo cannot be switched off for confidential projects from the group level.',
      'Switch Duo off for chosen projects by policy.',
      'Confidential code stays out of prompts.',
    ],
  ),
  apart(
    'agile',
    [
      'Comments of guests in Service Desk are not visible to watchers.',
      'CC participants in Service Desk tickets.',
      'All persons concerned are informed.',
    ],
    [
      'There are no response targets in Service Desk.',
      'SLA timers for Service Desk tickets.',
      'Support contracts can be fulfilled.',
    ],
  ),
  apart(
    'observability',
    ['Error tracking needs Sentry.', 'Native error tracking on self-managed.', 'One tool less.'],
    [
      'On-call schedules need PagerDuty.',
      'Escalation policies with phone calls in incident management.',
      'One tool less.',
    ],
  ),
  apart(
    'appsec',
    [
      'Vulnerability report has no owner for findings.',
      'Assign vulnerabilities to a team through CODEOWNERS.',
      'Work is distributed.',
    ],
    [
      'CODEOWNERS approvals are too strict for generated files.',
      'Exclusions in CODEOWNERS.',
      'Fewer needless approvals.',
    ],
  ),
  apart(
    'cicd',
    [
      'Scheduled pipelines run as the user that created them. When the person leaves the company the schedule stops.',
      'Let schedules be owned by a service account.',
      'No broken nightly build when somebody leaves.',
    ],
    [
      'Scheduled pipelines can only start at given times. The customer needs them after another project has finished.',
      'Trigger pipelines when a pipeline of another project ends.',
      'Nightly build starts when its input is there.',
    ],
  ),
  apart(
    'ai',
    [
      'Customer would like to know what data Duo keeps.',
      'Documentation of data retention for each Duo feature and model vendor.',
      'Works council says yes.',
    ],
    [
      'Customer would like to choose the model vendor for each Duo feature.',
      'Model selection by group for Duo features.',
      'Legal department says yes.',
    ],
  ),
  apart(
    'agile',
    [
      'Jira importer loses sub-tasks and custom fields.',
      'Better Jira importer: hierarchy, fields, attachments.',
      'Migration from Jira.',
    ],
    [
      'Some teams stay on Jira for two more years.',
      'Two-way synchronisation of issues between Jira and GitLab.',
      'Migration from Jira in steps.',
    ],
  ),
  apart(
    'dedicated',
    ['Switchboard has only two roles.', 'Read-only role in Switchboard.', 'Least privilege.'],
    [
      'Switchboard cannot be automated.',
      'API and Terraform provider for Switchboard.',
      'Configuration as code.',
    ],
  ),
  apart(
    'cicd',
    [
      'Test results of 40,000 unit tests make the merge request page slow.',
      'Lazy loading of the test report widget.',
      'Merge request page opens quickly.',
    ],
    [
      'Flaky tests fail the pipeline.',
      'Detect flaky tests from test reports and quarantine them.',
      'Merge requests are not blocked for no reason.',
    ],
  ),
  apart(
    'appsec',
    [
      'API fuzzing needs an OpenAPI file by hand.',
      'Discover API endpoints from traffic for API security testing.',
      'Unknown APIs are tested.',
    ],
    [
      'IaC scanning does not know our Bicep files.',
      'Support of Bicep in IaC scanning.',
      'Azure templates are tested.',
    ],
  ),
  apart(
    'embedded',
    [
      'Large binaries (firmware images of 4 GB) cannot be uploaded to the generic package registry.',
      'Higher limit and resumable upload for generic packages.',
      'Firmware is stored with its source.',
    ],
    [
      'Git LFS with large simulation files is slow to clone.',
      'Partial and lazy fetch of LFS objects.',
      'Simulation engineers can work.',
    ],
  ),
  apart(
    'cicd',
    [
      'Kubernetes agent must be installed for each cluster by hand.',
      'Register the agent for Kubernetes fleet-wide with one token.',
      '200 clusters at branch offices.',
    ],
    [
      'Kubernetes runners need privileged pods to build images.',
      'Rootless image builds on Kubernetes runners without privileged mode.',
      '200 teams on one hardened cluster.',
    ],
  ),
  apart(
    'ai',
    [
      'Test generation creates tests in the wrong framework.',
      'Instructions for Duo test generation, e.g. JUnit 5 with AssertJ.',
      'Usable tests.',
    ],
    [
      'Code explanation in Duo does not work for files longer than 2,000 lines.',
      'Larger context window for code explanation.',
      'Legacy code can be understood.',
    ],
  ),
  apart(
    'agile',
    [
      'Wiki pages cannot be approved.',
      'Review and approval workflow for wiki pages.',
      'Documents for ISO 9001.',
    ],
    [
      'Wiki pages have no permissions of their own.',
      'Restrict single wiki pages to a group of people.',
      'HR documents in the wiki.',
    ],
  ),
  apart(
    'observability',
    [
      'Value stream analytics has fixed stages by label only.',
      'Stages from custom events, e.g. first commit to deployment.',
      'Real lead time.',
    ],
    [
      'Value stream dashboard cannot be shared with people without access.',
      'Share the value stream dashboard as a read-only link.',
      'Board of directors sees it.',
    ],
  ),
  apart(
    'appsec',
    [
      'Merge request approval policies block hotfixes at night.',
      'Emergency bypass of approval policies with audit trail.',
      'Incident is fixed at night.',
    ],
    [
      'Merge request approval policies cannot be tried out.',
      'Warn mode for approval policies that only comments.',
      'Rollout without an outcry.',
    ],
  ),
  apart(
    'cicd',
    [
      'The customer has 5,000 projects in Jenkins.',
      'Migration assistant from Jenkinsfile to .gitlab-ci.yml.',
      'Migration in one year.',
    ],
    [
      'Jenkins stays for some teams.',
      'Show Jenkins build status and logs in the merge request.',
      'Migration in steps.',
    ],
  ),
  apart(
    'dedicated',
    [
      'Instance-level SMTP with our own mail server is not possible.',
      'Own SMTP relay for Dedicated.',
      'Mails are signed by the domain of the customer.',
    ],
    [
      'Custom domain for pages is missing.',
      'GitLab Pages with custom domain on Dedicated.',
      'Documentation under the domain of the customer.',
    ],
  ),
  apart(
    'agile',
    [
      'Iterations in cadences start on fixed weekdays; the customer works in PI increments of ten weeks.',
      'Program increments above iterations.',
      'SAFe.',
    ],
    [
      'Planned capacity of team members is unknown.',
      'Capacity planning per iteration with absence.',
      'SAFe.',
    ],
  ),
  apart(
    'cicd',
    [
      'We want to be told when a deployment to production fails.',
      'Notifications in Microsoft Teams for failed deployments, with environment filter.',
      'Quick reaction.',
    ],
    [
      'We want to roll back automatically when a deployment to production fails.',
      'Automatic rollback on failed health check of the deployment.',
      'Quick recovery.',
    ],
  ),
  apart(
    'appsec',
    [
      'The customer evaluates us for the whole group. They like the platform a lot but see a gap in the security dashboard: it cannot be filtered by business unit. Otherwise they are very happy with the platform, and the champion would like to move on quickly before the end of the quarter.',
      'Filter the security dashboard by custom attributes of projects.',
      'Wins the evaluation.',
    ],
    [
      'The customer evaluates us for the whole group. They like the platform a lot but see a gap in the audit: two-factor login cannot be enforced with hardware keys only. Otherwise they are very happy with the platform, and the champion would like to move on quickly before the end of the quarter.',
      'Enforce WebAuthn hardware keys for all users.',
      'Wins the evaluation.',
    ],
  ),
];
