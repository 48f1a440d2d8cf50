import { type AskPair, same } from './ask-pair.ts';

/** Pairs of the same ask: other words, other lengths, typos, a paragraph that was copied. */
export const sameAsks: readonly AskPair[] = [
  same(
    'cicd',
    [
      'Runner fleet on AWS is sized by hand. On Monday mornings jobs queue for 40 minutes.',
      'Autoscaling of runners on EC2 that follows the number of pending jobs.',
      'No queue in the morning, lower AWS bill at night.',
    ],
    [
      'Jobs are stuck in pending for a long time at peak hours since the customer has a fixed number of EC2 runners.',
      'Scale the runner fleet up and down automatically with the queue of pending jobs.',
      'Developers do not wait, and idle instances cost nothing.',
    ],
  ),
  same(
    'ai',
    [
      'Legal does not allow code to leave the country. Duo sends prompts to models hosted outside.',
      'Self-hosted models for Duo Code Suggestions and Chat on our own GPUs.',
      'Duo could be rolled out to 3,000 developers.',
    ],
    [
      'Air-gapped network, no traffic to the AI gateway is possible.',
      'Let us run Duo with a self-hosted LLM inside our data centre.',
      'Without it nobody here can use Duo at all.',
    ],
  ),
  same(
    'appsec',
    [
      'Container scanning reports the same CVE for each image layer and each branch, so the vulnerability report has thousands of rows.',
      'Deduplicate findings of the same CVE across images.',
      'Security team can triage in hours, not weeks.',
    ],
    [
      'Vulnerability report is flooded with duplicate container scanning findings.',
      'Same CVE in several images should be one finding, with a list of the images.',
      'Less noise for triage',
    ],
  ),
  same(
    'agile',
    [
      'Portfolio managers cannot see which epics of other groups block theirs.',
      'Show blocking dependencies between epics on the roadmap.',
      'Quarterly planning without a spreadsheet.',
    ],
    [
      'Dependencies of epics are invisible in the roadmap view.',
      'Draw the blocked-by / blocks relation as lines between epics on the roadmap, like Jira Advanced Roadmaps does.',
      'Needed to replace Jira for big-room planning.',
    ],
  ),
  same(
    'dedicated',
    [
      'Customer wants to bring their own encryption keys for everything in the Dedicated tenant. Today it is only possible when the tenant is created.',
      'BYOK that can be switched on later and keys that can be rotated.',
      'Passes the audit of the bank.',
    ],
    [
      'bring your own key on Dedicated only at onboarding, key rotation not supported',
      'Allow to enable and rotate customer managed KMS keys on an existing Dedicated instance.',
      'Regulator demands rotation every year.',
    ],
  ),
  same(
    'cicd',
    [
      'Pipelines rebuild everything in our monorepo.',
      'Run only jobs of changed components.',
      'Faster feedback.',
    ],
    [
      'We have one monorepo with 120 services. A change in one service triggers the build and test jobs of all services because rules:changes does not follow dependencies between folders and is always true in tag pipelines.',
      'Pipelines in a monorepo that work out which components are affected by the change and only run their jobs.',
      'Pipeline time from 55 minutes to under 10 minutes for most merge requests; compute minutes cut by two thirds.',
    ],
  ),
  same(
    'ai',
    [
      'Managers ask what Duo brings. There is no data by team.',
      'Dashboard of Duo usage and adoption by group and user, with an export.',
      'Renewal of the seats can be justified.',
    ],
    [
      'No way to see who uses their Duo seat.',
      'AI usage analytics: acceptance rate of code suggestions and chat usage per user, per group.',
      'Customer can show return on investment and reassign unused seats.',
    ],
  ),
  same(
    'appsec',
    [
      'Secrets are found after they have been pushed, when it is too late.',
      'Secret push protection with custom patterns for our own token formats.',
      'Leaked internal tokens are stopped at the door.',
    ],
    [
      'Push protection knows only the default rules; the in-house API keys have their own format.',
      'Custom rules (regex) for secret push protection.',
      'No more incident for each leaked internal key.',
    ],
  ),
  same(
    'agile',
    ['Custom feilds missing on isues.', 'Add custom fields to issues and epics', 'Jira migration'],
    [
      'The teams track "business value" and "cost centre" for each issue in Jira. GitLab only has labels for that.',
      'Custom fields on work items: text, number, single select.',
      'Migration from Jira becomes possible.',
    ],
  ),
  same(
    'cicd',
    [
      'Deploy approvals: every approver must belong to one group, so the four-eyes rule of the bank cannot be modelled.',
      'Multiple approval rules for protected environments, e.g. one from operations and one from security.',
      'Compliance with change management.',
    ],
    [
      'Protected environment accepts only one kind of approval for a deployment.',
      'Deployment approvals by more than one group at the same time: ops AND security have to agree.',
      'Change advisory board can be retired.',
    ],
  ),
  same(
    'dedicated',
    [
      'Users in Singapore complain about slow clones, the tenant is in Frankfurt.',
      'Geo secondary sites for reads on Dedicated, in several regions.',
      'Acceptable clone times for 800 developers in APAC.',
    ],
    [
      'git clone and fetch from Asia take very long; Dedicated region is EU.',
      'Read replica near the users (Geo) for GitLab Dedicated.',
      'APAC teams get the same speed as Europe.',
    ],
  ),
  same(
    'ai',
    [
      'Code suggestions ignore the internal framework of the customer and propose open source libraries that are not allowed.',
      'Suggestions should take context from other repositories of the group.',
      'Acceptance rate would rise from 12 % to an expected 30 %.',
    ],
    [
      'Duo only knows the open files.',
      'Repository-wide and cross-project context for Duo Code Suggestions, so that it uses our in-house libraries and framework.',
      'Suggestions that compile.',
    ],
  ),
  same(
    'appsec',
    [
      'SAST false positives come back after each scan although they were dismissed.',
      'Dismissals should survive when code moves to another line or file.',
      'Developers trust the report again.',
    ],
    [
      'A finding that was dismissed as false positive shows up as new one once the line number changes.',
      'Track SAST vulnerabilities by something more stable than line number so dismissed ones stay dismissed.',
      'AppSec does not need to triage twice.',
    ],
  ),
  same(
    'agile',
    [
      'Scrum master needs burndown that counts weights and handles issues that were moved into the sprint later.',
      'Burndown chart for iterations with scope change.',
      'Better retrospectives.',
    ],
    [
      'Iteration report shows no scope change.',
      'Show scope added during the sprint in the iteration burndown/burnup charts.',
      'Teams see why a sprint failed.',
    ],
  ),
  same(
    'observability',
    [
      'Logs, traces and metrics are in three tools.',
      'OpenTelemetry ingestion for traces in GitLab, on self-managed also.',
      'One tool less.',
    ],
    [
      'Tracing is SaaS only, our customer is self-managed.',
      'Make distributed tracing with OpenTelemetry available for self-managed.',
      'They would replace Jaeger.',
    ],
  ),
  same(
    'cicd',
    [
      'Job logs are not searchable. Somebody who looks for an error has to open each job of a pipeline with 200 jobs.',
      'Full text search in job logs of a pipeline.',
      'Mean time to repair goes down.',
    ],
    ['Finding the failing line among hundreds of jobs takes ages', 'search across all job logs', ''],
  ),
  same(
    'embedded',
    [
      'Hardware in the loop tests: a test bench can be used by one job only, and jobs wait hours and time out.',
      'Reservation of scarce devices with a queue, independent of job timeout.',
      'Use of 12 test benches is doubled.',
    ],
    [
      'HIL benches are shared; the job timeout also runs while the job waits for the bench.',
      'A way to reserve / lock hardware test benches, with waiting that does not count against timeout.',
      'Benches are used at night as well.',
    ],
  ),
  same(
    'appsec',
    [
      'The customer must give an SBOM with each release to the authority (Cyber Resilience Act). The dependency list can only be exported for the default branch.',
      'Export an SBOM in CycloneDX for a tag or release.',
      'Required by law.',
    ],
    [
      'CRA requires a software bill of materials per shipped version. GitLab builds it for the default branch only.',
      'SBOM export for tags and releases, CycloneDX or SPDX.',
      'Without it they have to buy another tool.',
    ],
  ),
  same(
    'cicd',
    [
      'Secrets for CI live in variables which maintainers can read. HashiCorp Vault costs too much for small teams.',
      'A native secrets manager in GitLab.',
      'Secrets are stored by policy and audited.',
    ],
    [
      'Masked CI variables are readable by every maintainer, audit has complained.',
      'Built-in secrets management so that no external vault is needed.',
      'Finding of the audit closed.',
    ],
  ),
  same(
    'dedicated',
    [
      'Maintenance window is fixed on Sunday; retail has its peak then.',
      'Let the customer choose the maintenance window for Dedicated upgrades.',
      'No downtime in the peak of business.',
    ],
    [
      'GitLab Dedicated: weekly upgrades collide with month-end closing.',
      'Customer-defined upgrade windows and freeze periods.',
      'No risk in the closing.',
    ],
  ),
  same(
    'agile',
    [
      'Service desk: answers go out without our branding and the ticket number is not in the subject.',
      'Templates for Service Desk e-mails with subject, logo and placeholders.',
      'Helpdesk can move from Zendesk.',
    ],
    [
      'service desk mails can not be customized enough',
      'Customizable Service Desk email templates, HTML, subject line incl. ticket id',
      'customers recognise our company in the mail',
    ],
  ),
  same(
    'ai',
    [
      'Merge requests wait two days for a first review.',
      'Duo reviews merge requests by itself with instructions of the team on style.',
      'First feedback within minutes.',
    ],
    [
      'Senior engineers are the bottleneck for code review.',
      'Automatic Duo Code Review on each MR, with custom review instructions per project.',
      'Review time halves.',
    ],
  ),
  same(
    'appsec',
    [
      'Policies for scan execution have to be linked in each group.',
      'Instance-wide security policies on self-managed: define once, enforced on all projects.',
      'Central AppSec controls 4,000 projects.',
    ],
    [
      'Self-managed with 60 top-level groups; the security policy project must be assigned 60 times and drift is the rule.',
      'Enforce scan execution and merge request approval policies for the whole instance from one place.',
      'Governance by one team of three people.',
    ],
  ),
  same(
    'cicd',
    [
      'Docker Hub rate limits break our pipelines several times each week, and the dependency proxy supports only Docker Hub.',
      'Dependency proxy for other registries such as quay.io, ghcr.io and ECR.',
      'Stable pipelines.',
    ],
    [
      'Images from quay and ghcr are pulled anew by every job, slow and sometimes blocked.',
      'Extend dependency proxy to any container registry, not only Docker Hub.',
      'Less traffic, fewer failing jobs.',
    ],
  ),
  same(
    'agile',
    [
      'Time spent is logged in GitLab, invoices are made in SAP. There is no report.',
      'Timesheet report per user and project for a month, export as CSV.',
      'Consulting unit can bill from GitLab.',
    ],
    [
      'Time tracking data cannot be reported by person and period.',
      'Time tracking reports with CSV export.',
      'Billing of hours to end customers.',
    ],
  ),
  same(
    'observability',
    [
      'Customer cannot see how close CI minutes and storage are to the limit before jobs fail.',
      'Alerts and a usage API for compute minutes and storage quotas.',
      'No surprise at the end of the month.',
    ],
    [
      'Compute minutes ran out without a warning, all pipelines stopped for a day.',
      'Configurable notification thresholds (50, 75, 90 %) for compute minutes quota and storage, also through API.',
      'Planning of purchase.',
    ],
  ),
  same(
    'appsec',
    [
      'Login via SAML works, but group membership of 9,000 users is maintained by hand.',
      'SCIM provisioning for groups on self-managed.',
      'Joiners and leavers are handled on the same day.',
    ],
    [
      'Users and their groups should come from Entra ID. SCIM for groups is not there on self-managed, only for users.',
      'Support group provisioning through SCIM',
      'Access of leavers is removed at once, audit requirement.',
    ],
  ),
  same(
    'ai',
    [
      'The customer runs agents from several vendors. They cannot reach GitLab data in a governed manner.',
      'An official MCP server for GitLab with fine grained permissions.',
      'Agents work on issues and merge requests without personal tokens.',
    ],
    [
      'Developers use Cursor and Claude with home-grown MCP servers against the GitLab API.',
      'Official GitLab MCP server (Model Context Protocol) with OAuth and scopes.',
      'Security can allow it.',
    ],
  ),
  same(
    'cicd',
    [
      'Merge trains are slow: one failing merge request restarts the pipelines of all behind it.',
      'Batch merging in merge trains: test several merge requests together and bisect on failure.',
      '60 merges a day instead of 25.',
    ],
    [
      'Merge train throughput too low for a monorepo with 300 developers.',
      'Batching of MRs in a train.',
      'Merge queue wait below one hour.',
    ],
  ),
  same(
    'dedicated',
    [
      'Audit logs of the tenant are delivered to S3 once an hour, our SIEM expects them streaming.',
      'Stream audit events and application logs of Dedicated to Splunk in near real time.',
      'Detection time is a hard requirement from the SOC.',
    ],
    [
      'SOC cannot use the hourly log files from the S3 bucket.',
      'Real-time streaming of Dedicated logs into a SIEM (Splunk HEC).',
      'Incidents are seen within minutes.',
    ],
  ),
];
