import { type AskPair, apart, same } from './ask-pair.ts';

/** What thresholds and weights were chosen by. None of it is measured on, see `pairs.ts`. */
export const tuningPairs: readonly AskPair[] = [
  same(
    'cicd',
    [
      'A pipeline with more than 1,000 jobs renders so slowly that nobody opens its page.',
      'Group and collapse jobs on the pipeline graph.',
      'People see the state of a release at once.',
    ],
    [
      'Pipeline graph is unusable for large pipelines.',
      'Collapsible groups of jobs in the pipeline graph.',
      'Overview for the release manager.',
    ],
  ),
  same(
    'cicd',
    [
      'Nobody may see the variables of production, though developers need to debug pipelines.',
      'Hide CI variables from maintainers after they were saved.',
      'Less risk.',
    ],
    [
      'CI variables can be revealed by each maintainer once saved.',
      'Write-only CI variables: hidden for ever after saving.',
      'Internal control system asks for it.',
    ],
  ),
  same(
    'agile',
    [
      'Issue templates can only be set by project; the headquarters wants one set for all.',
      'Issue templates inherited from the group or the instance, with required fields.',
      'Same quality of tickets in all teams.',
    ],
    [
      'Templates for issues must be copied into 300 projects.',
      'Instance-wide issue templates.',
      'One place to maintain.',
    ],
  ),
  same(
    'agile',
    ['Status of issue is only open or closed', 'Custom statuses / workflow for issues', 'Replace Jira'],
    [
      'Customer’s process has seven steps between open and closed. Labels are forgotten or doubled.',
      'Configurable status with a workflow for work items.',
      'Process is followed, reports are right.',
    ],
  ),
  same(
    'appsec',
    [
      'Scan results of third-party tools (Checkmarx, Veracode) are not in the vulnerability report.',
      'Import findings of external scanners in SARIF format.',
      'One place for all findings.',
    ],
    [
      'Veracode stays. Its findings should be seen by developers in GitLab.',
      'SARIF upload into vulnerability report.',
      'Developers have a single list.',
    ],
  ),
  same(
    'appsec',
    [
      'Critical CVEs in the catalogue of known exploited vulnerabilities are not marked.',
      'Show EPSS score and KEV flag and sort by them.',
      'Teams fix what matters first.',
    ],
    [
      'Severity alone does not help to prioritise 12,000 vulnerabilities.',
      'Prioritisation by EPSS and KEV.',
      'Risk based work list.',
    ],
  ),
  same(
    'ai',
    [
      'Prompts and answers of Duo Chat must be kept for ten years in pharma.',
      'Audit log of all AI prompts and responses.',
      'GxP validation possible.',
    ],
    [
      'Auditors want to see what employees asked the AI.',
      'Logging of Duo prompts and responses, streamed as audit events.',
      'Passes the audit.',
    ],
  ),
  same(
    'ai',
    [
      'Duo in the IDE does not work behind our proxy with an own certificate authority.',
      'Support of HTTP proxies and custom CA in the IDE extensions.',
      'Rollout to 900 developers.',
    ],
    [
      'VS Code extension fails with certificate errors behind the corporate proxy.',
      'IDE extensions respect proxy settings and company CA certificates.',
      'Pilot can start.',
    ],
  ),
  same(
    'dedicated',
    [
      'Upgrade to a new version happens without a test before.',
      'A staging tenant for Dedicated on which upgrades come a week earlier.',
      'Integrations are tested in time.',
    ],
    [
      'Customer needs a pre-production instance of Dedicated.',
      'Non-production Dedicated environment to test upgrades and integrations.',
      'No surprise after an upgrade.',
    ],
  ),
  same(
    'dedicated',
    [
      'IP allow list of Dedicated is changed by ticket.',
      'Self-service for the IP allowlist in Switchboard.',
      'Changes within minutes.',
    ],
    [
      'It takes three days until support has changed our allowed IPs.',
      'Manage ip allowlist ourselves',
      'New offices can work on the first day.',
    ],
  ),
  same(
    'observability',
    [
      'Nobody sees which runners are overloaded.',
      'Fleet dashboard for runners with queue time and failures.',
      'Capacity is planned by facts.',
    ],
    [
      'We have 400 runners and no overview of wait times.',
      'Runner fleet dashboard on group level.',
      'Platform team sees problems before the users do.',
    ],
  ),
  same(
    'embedded',
    [
      'Requirements in Polarion must be traced to code and tests for ISO 26262.',
      'Traceability matrix from requirements to merge requests and test cases.',
      'Certification of the brake controller.',
    ],
    [
      'Functional safety assessors ask for tracability of requirements down to commits.',
      'Requirements traceability report (requirement - MR - test).',
      'ISO 26262 audit.',
    ],
  ),
  same(
    'cicd',
    [
      'Releases go to 40 customers by hand.',
      'Release orchestration over several projects with gates.',
      'Fewer errors in releases.',
    ],
    [
      'A product consists of 15 projects that are released together. Nothing in GitLab describes that.',
      'Multi-project releases with approvals and a calendar.',
      'Release manager sees the state of all parts.',
    ],
  ),
  same(
    'appsec',
    [
      'Signing of commits is checked only on the web page.',
      'Reject unsigned commits unless signed by a key of the company.',
      'Supply chain security.',
    ],
    [
      'Push rule for signed commits accepts any key.',
      'Only accept commits that are signed with keys issued by our organisation.',
      'SLSA level 3.',
    ],
  ),
  apart(
    'cicd',
    ['YAML of pipelines is hard to debug.', 'Run a pipeline locally.', 'Fast development of pipelines.'],
    [
      'YAML of pipelines is written anew in each project.',
      'Visual editor for pipelines.',
      'Fast start for new teams.',
    ],
  ),
  apart(
    'cicd',
    [
      'Job tokens may reach all projects.',
      'Fine-grained permissions for CI_JOB_TOKEN.',
      'Least privilege in pipelines.',
    ],
    [
      'Job tokens cannot push to the repository.',
      'Let CI_JOB_TOKEN push tags and commits.',
      'No project access tokens in pipelines.',
    ],
  ),
  apart(
    'cicd',
    ['Helm charts are stored in Artifactory.', 'OCI Helm registry in GitLab.', 'Artifactory can go.'],
    [
      'Maven packages are stored in Artifactory.',
      'Virtual Maven registry with upstreams.',
      'Artifactory can go.',
    ],
  ),
  apart(
    'agile',
    [
      'Milestones end without a report.',
      'Report of a milestone with what was not finished.',
      'Honest release reviews.',
    ],
    ['Milestones cannot be nested.', 'Hierarchy of milestones for products and parts.', 'Release planning.'],
  ),
  apart(
    'agile',
    ['OKRs are kept in a spreadsheet.', 'OKRs linked with epics.', 'Strategy is visible.'],
    ['Epics have no budget.', 'Budget and cost for epics.', 'Controlling is possible.'],
  ),
  apart(
    'agile',
    [
      'Issue descriptions conflict when two people edit.',
      'Simultaneous editing of issue descriptions.',
      'Refinement in a call.',
    ],
    [
      'Issue descriptions are changed after approval.',
      'Lock the description of an issue after approval.',
      'Validated process.',
    ],
  ),
  apart(
    'appsec',
    [
      'Secret detection finds a token, but nobody revokes it.',
      'Automatic revocation of leaked AWS keys.',
      'Harm is limited.',
    ],
    [
      'Secret detection scans only new commits.',
      'Scan of the complete history for secrets, on a schedule.',
      'Old leaks are found.',
    ],
  ),
  apart(
    'appsec',
    [
      'SAST does not support Rust.',
      'Rust rules in Advanced SAST.',
      'New services of the customer are written in Rust.',
    ],
    [
      'SAST for Java is slow, 50 minutes.',
      'Diff-based SAST scanning in merge requests.',
      'Services of the customer are large.',
    ],
  ),
  apart(
    'appsec',
    [
      'External penetration testers need access to findings only.',
      'Custom role for reading vulnerabilities.',
      'Testers see no source code.',
    ],
    [
      'Custom roles cannot be assigned by SAML.',
      'Map SAML groups to custom roles.',
      'Roles are managed centrally.',
    ],
  ),
  apart(
    'ai',
    [
      'Duo needs named users; contractors change each week.',
      'Floating seats for Duo.',
      'Pays for what is used.',
    ],
    [
      'Duo price is unclear for the agent platform.',
      'Budget limits and forecast for Duo credits by group.',
      'Pays no more than planned.',
    ],
  ),
  apart(
    'ai',
    [
      'Duo Workflow agents run on our laptops with full rights.',
      'Sandboxed execution of agents on runners.',
      'Security agrees.',
    ],
    ['Duo agents cannot use our own tools.', 'Custom tools for agents.', 'Agents update our CMDB.'],
  ),
  apart(
    'ai',
    ['Summaries of merge requests are too long.', 'Adjustable length of Duo summaries.', 'People read them.'],
    [
      'Summaries of epics with many comments are missing.',
      'Duo summary for epics and their children.',
      'Managers read them.',
    ],
  ),
  apart(
    'dedicated',
    [
      'Storage of the Dedicated tenant is not visible.',
      'Show used storage in Switchboard.',
      'Budget planning.',
    ],
    [
      'Seats of the Dedicated tenant are counted wrongly.',
      'Show billable users in Switchboard.',
      'Budget planning.',
    ],
  ),
  apart(
    'dedicated',
    [
      'Hosted runners for Dedicated have no GPU.',
      'GPU hosted runners on Dedicated.',
      'Machine learning teams.',
    ],
    [
      'Hosted runners for Dedicated have no fixed IP.',
      'Static outbound IPs for hosted runners on Dedicated.',
      'Firewalls of partners.',
    ],
  ),
  apart(
    'observability',
    [
      'Alerts from Prometheus open too many incidents.',
      'Grouping of alerts into one incident.',
      'Calm nights.',
    ],
    ['Incidents have no public page.', 'Status page for incidents.', 'Customers are informed.'],
  ),
  apart(
    'embedded',
    ['Yocto builds take four hours.', 'Shared sstate cache for Yocto on runners.', 'Short feedback.'],
    [
      'Yocto builds produce an SPDX file which GitLab does not read.',
      'Import of SPDX from Yocto into the dependency list.',
      'Compliance.',
    ],
  ),
  apart(
    'cicd',
    [
      'The prospect has compared three vendors over the last months and sees us ahead in nearly all categories. Their head of platform likes that everything is in one place. One gap remains: preview environments.',
      'Review apps with a database copy.',
      'Technical win.',
    ],
    [
      'The prospect has compared three vendors over the last months and sees us ahead in nearly all categories. Their head of platform likes that everything is in one place. One gap remains: canary deployments.',
      'Progressive delivery with traffic weights.',
      'Technical win.',
    ],
  ),
  apart(
    'appsec',
    [
      'Compliance frameworks can be set by project only.',
      'Assign compliance frameworks by group.',
      'Fewer clicks for 2,000 projects.',
    ],
    [
      'Compliance frameworks have no evidence.',
      'Export evidence for controls of a compliance framework.',
      'SOC 2 audit in less time.',
    ],
  ),
  apart(
    'agile',
    [
      'Design files from Figma are not shown.',
      'Embed Figma frames in issues with comments.',
      'Designers and developers talk in one place.',
    ],
    [
      'Design versions in issues have no approval.',
      'Approval of designs.',
      'Designers and developers build the right thing.',
    ],
  ),
  apart(
    'cicd',
    [
      'Environment list contains thousands of stale review environments.',
      'Stop and delete stale environments automatically.',
      'Overview.',
    ],
    [
      'Environments are bound to a project.',
      'Environments shared by several projects of a group.',
      'Overview.',
    ],
  ),

  same(
    'cicd',
    [
      'Nobody knows what a job costs.',
      'Show cost of compute per job and project.',
      'Chargeback to business units.',
    ],
    [
      'Finance asks which business unit uses how many compute minutes on our runners.',
      'Report of compute cost per project for chargeback.',
      'Internal billing.',
    ],
  ),
  same(
    'cicd',
    [
      'Manual jobs can be started without any input.',
      'Input fields for manual jobs, with types and defaults.',
      'Operators do not need to edit YAML.',
    ],
    [
      'When somebody runs a manual job they must type variables by name from memory.',
      'Form with typed inputs when a manual job is started.',
      'Fewer wrong deployments.',
    ],
  ),
  same(
    'cicd',
    ['Nuget packages of old versions are never deleted.', 'Cleanup policy for package registry.', 'Storage.'],
    [
      'The package registry only grows.',
      'Automatic clean-up rules for packages: keep the last n versions.',
      'Cost of storage.',
    ],
  ),
  same(
    'cicd',
    [
      'Artifacts carry no proof where they were built.',
      'SLSA provenance attestation for artifacts, signed with Sigstore.',
      'Supply chain requirements of the government.',
    ],
    [
      'The customer sells to the US government and must attest the build.',
      'Generate and verify signed provenance (SLSA level 3) for build artifacts.',
      'May sell to federal agencies.',
    ],
  ),
  same(
    'agile',
    [
      'Issues can be blocked only within one group.',
      'Move issues with their links between top-level groups.',
      'Reorganisation of the company.',
    ],
    [
      'After a reorganisation issues must go to another top-level group, but all relations are lost.',
      'Keep linked items when issues are moved to another group.',
      'No loss of information.',
    ],
  ),
  same(
    'agile',
    ['Epic dates are typed by hand.', 'Gantt view in which epics can be dragged.', 'Like MS Project.'],
    [
      'Project managers still plan in MS Project since the roadmap cannot be changed with the mouse.',
      'Drag and drop of start and due dates of epics on the roadmap (Gantt).',
      'No double planning.',
    ],
  ),
  same(
    'agile',
    [
      'Same checklist must be done for each release.',
      'Recurring issues from a template on a schedule.',
      'Nothing is forgotten.',
    ],
    [
      'Operations has weekly tasks that somebody must create by hand.',
      'Create issues automatically on a schedule (recurring issues).',
      'No forgotten maintenance.',
    ],
  ),
  same(
    'appsec',
    [
      'Developers wait for AppSec to close each finding.',
      'Automatic resolution of vulnerabilities that are no longer detected.',
      'Report shows what is really open.',
    ],
    [
      'Vulnerabilities that were fixed stay open as "no longer detected".',
      'Auto-resolve vulnerabilities once a scan does not find them any more.',
      'Correct numbers for the CISO.',
    ],
  ),
  same(
    'appsec',
    [
      'A rogue admin could change everything without trace.',
      'Second admin must confirm critical settings.',
      'Four eyes for administrators.',
    ],
    [
      'Bank regulator: four eyes principle also for instance administrators.',
      'Critical admin settings need confirmation by another administrator.',
      'Regulator is satisfied.',
    ],
  ),
  same(
    'appsec',
    [
      'Malicious npm packages were pulled by builds.',
      'Block known malicious packages in a package firewall.',
      'Supply chain attacks are stopped.',
    ],
    [
      'After the recent npm worm the customer wants protection against malicious packages.',
      'Package firewall that blocks malicious dependencies before they reach a build.',
      'Protection from supply chain attacks.',
    ],
  ),
  same(
    'ai',
    [
      'Duo code suggestions do not know our API docs.',
      'Connect Confluence as knowledge source for Duo Chat.',
      'Better answers.',
    ],
    [
      'Knowledge of the company is in Confluence; Duo Chat cannot read it.',
      'Let Duo Chat use Confluence pages as a source.',
      'Answers that fit the company.',
    ],
  ),
  same(
    'ai',
    [
      'Developers might paste secrets into Duo Chat.',
      'Redaction of secrets and personal data in prompts.',
      'Data protection officer agrees.',
    ],
    [
      'Works council fears that personal data goes into prompts.',
      'Filter that masks personal data and secrets before prompts leave the network.',
      'GDPR.',
    ],
  ),
  same(
    'dedicated',
    [
      'Disaster recovery is tested by GitLab only.',
      'Failover test on demand for Dedicated, with a report.',
      'BCM audit.',
    ],
    [
      'Auditors of the insurance ask for a yearly proof of a DR test.',
      'Customer-triggered disaster recovery test of the Dedicated tenant, with evidence.',
      'DORA regulation is met.',
    ],
  ),
  same(
    'observability',
    [
      'Gitaly problems are noticed by users first.',
      'Health dashboard for self-managed administrators.',
      'Fewer tickets.',
    ],
    [
      'Admins of self-managed must build Grafana boards on their own.',
      'Built-in health dashboard for administrators with Gitaly, Sidekiq and database.',
      'Problems are found early.',
    ],
  ),
  same(
    'embedded',
    [
      'Vector CANoe runs only on Windows with a licence dongle.',
      'Licence-aware scheduling of jobs.',
      'Expensive licences are used well.',
    ],
    [
      'Only 20 floating licences of the compiler; the 21st job fails.',
      'Limit concurrent jobs by number of licences, across projects.',
      'No failing jobs because of licences.',
    ],
  ),
  apart(
    'cicd',
    [
      'Pipelines of forks do not run with our secrets.',
      'Approve fork pipelines before they run.',
      'Open source work.',
    ],
    ['Forks are not updated.', 'Automatic synchronisation of forks with upstream.', 'Open source work.'],
  ),
  apart(
    'cicd',
    ['Merge requests stay open for months.', 'Close stale merge requests automatically.', 'Clean project.'],
    ['Merge requests are too large.', 'Stacked diffs: chains of dependent merge requests.', 'Quick reviews.'],
  ),
  apart(
    'cicd',
    [
      'Deployments to three regions are three jobs that are started by hand.',
      'Parallel deployment to several regions with one approval.',
      'Short releases.',
    ],
    [
      'Deployments outside of office hours are forbidden.',
      'Deploy freeze for each environment with exceptions by approval.',
      'Safe releases.',
    ],
  ),
  apart(
    'cicd',
    ['Docker builds are slow on each runner.', 'Persistent layer cache for Docker builds.', 'Fast builds.'],
    ['Docker builds need root.', 'Rootless Docker builds on hosted runners.', 'Secure builds.'],
  ),
  apart(
    'cicd',
    ['Include files are fetched over the network.', 'Cache for remote includes.', 'Stable pipelines.'],
    ['Include files cannot be pinned.', 'Checksum for remote includes.', 'Trustworthy pipelines.'],
  ),
  apart(
    'cicd',
    ['Code search finds only exact words.', 'Regular expressions in code search.', 'Large refactorings.'],
    [
      'Code search shows archived projects.',
      'Leave archived projects out of code search.',
      'Useful results.',
    ],
  ),
  apart(
    'agile',
    ['Board lists are unlimited.', 'Work in progress limits by person on boards.', 'Kanban.'],
    ['Board settings are per user.', 'Saved board views for the whole team.', 'Kanban.'],
  ),
  apart(
    'agile',
    ['Weights are one number.', 'Separate estimates for design and code.', 'Estimates that fit.'],
    ['Weights of children are not summed.', 'Roll up weights of child issues on epics.', 'Forecast.'],
  ),
  apart(
    'agile',
    ['Notifications are too many.', 'Daily digest of notifications by e-mail.', 'Calm work.'],
    ['Notifications go only to e-mail.', 'Notifications in Microsoft Teams.', 'Quick work.'],
  ),
  apart(
    'agile',
    ['Test cases are a plain text.', 'Steps and expected results in test cases.', 'QA moves from TestRail.'],
    ['Test cases have no runs.', 'Test plans and execution of test cases.', 'QA moves from TestRail.'],
  ),
  apart(
    'agile',
    ['Labels are used freely by everybody.', 'Only maintainers may create labels.', 'Order in labels.'],
    ['Labels have no history.', 'Report on how long an issue had a label.', 'Cycle time.'],
  ),
  apart(
    'appsec',
    [
      'Container scanning runs only in pipelines.',
      'Continuous container scanning of the registry.',
      'New CVEs are seen at once.',
    ],
    [
      'Container scanning cannot use our mirror of the database.',
      'Offline container scanning with an own advisory mirror.',
      'Air-gapped sites.',
    ],
  ),
  apart(
    'appsec',
    [
      'Group access tokens live for one year.',
      'Longer expiry of group access tokens by policy.',
      'Less toil.',
    ],
    ['Group access tokens have no owner.', 'Contact person for group access tokens.', 'Clear ownership.'],
  ),
  apart(
    'appsec',
    ['Security training is not known.', 'Link own security training to findings.', 'Developers learn.'],
    ['Security findings are in English.', 'Translated descriptions of findings.', 'Developers understand.'],
  ),
  apart(
    'appsec',
    ['Session lasts too long.', 'Session timeout by group.', 'Policy of the bank.'],
    ['Session is bound to nothing.', 'Bind sessions to the IP address.', 'Policy of the bank.'],
  ),
  apart(
    'appsec',
    ['Audit events are kept for a year.', 'Retention of audit events by group.', 'Regulation.'],
    ['Audit events lack failed logins.', 'Audit events for failed logins through SAML.', 'Regulation.'],
  ),
  apart(
    'ai',
    ['Code review by Duo comments on generated files.', 'Exclude paths from Duo Code Review.', 'Less noise.'],
    [
      'Code review by Duo does not see linked issues.',
      'Give Duo Code Review the linked issue as context.',
      'Better comments.',
    ],
  ),
  apart(
    'ai',
    ['Duo Chat in the web has a small window.', 'Resizable Duo Chat panel.', 'Comfort.'],
    ['Duo Chat cannot read attachments.', 'Images and PDF as input of Duo Chat.', 'Comfort.'],
  ),
  apart(
    'ai',
    ['Developers cannot share prompts.', 'Prompt library for teams.', 'Good prompts are used again.'],
    ['Developers write long prompts.', 'Slash commands of our own for Duo Chat.', 'Quick prompts.'],
  ),
  apart(
    'dedicated',
    [
      'Elasticsearch is not tuned on Dedicated.',
      'Advanced search settings on Dedicated.',
      'Search works for 2 TB.',
    ],
    [
      'Import to Dedicated takes weeks.',
      'Faster migration from self-managed to Dedicated.',
      'Move in one weekend.',
    ],
  ),
  apart(
    'dedicated',
    [
      'SAML on Dedicated allows one provider.',
      'Several SAML providers on Dedicated.',
      'Subsidiaries log in.',
    ],
    [
      'Group sync on Dedicated is slow.',
      'LDAP-like group sync for SAML on Dedicated.',
      'Subsidiaries have rights.',
    ],
  ),
  apart(
    'observability',
    ['Product analytics is gone.', 'Usage analytics of our own applications.', 'Product decisions.'],
    ['Contribution analytics counts bots.', 'Leave bots out of contribution analytics.', 'Fair figures.'],
  ),
  apart(
    'embedded',
    [
      'Simulink models are binary.',
      'Visual diff of Simulink models in merge requests.',
      'Reviews of models.',
    ],
    ['Simulink models cannot be merged.', 'Locking of Simulink models across branches.', 'No lost work.'],
  ),
];
