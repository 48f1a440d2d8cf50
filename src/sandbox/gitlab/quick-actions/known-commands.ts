/**
 * Names GitLab takes for commands, in issues or elsewhere; a line with another name stays text. Source: the
 * list at https://docs.gitlab.com/user/project/quick_actions/.
 */
const names = new Set(
  `add_child add_contacts add_email add_parent approve assign assign_reviewer award board_move blocked_by
  blocks cc clear_health_status clear_milestone clear_weight clone close confidential convert_to_ticket
  copy_metadata create_merge_request done draft due duplicate epic estimate estimate_time health_status
  iteration label labels link lock merge milestone move page parent parent_epic promote promote_to
  promote_to_incident publish react ready reassign reassign_reviewer rebase relabel relate remove_child
  remove_child_epic remove_contacts remove_due_date remove_email remove_epic remove_estimate
  remove_iteration remove_label remove_milestone remove_parent remove_parent_epic remove_time_estimate
  remove_time_spent remove_zoom reopen request_changes request_review restrict_command run_pipeline
  severity spend spend_time spent status submit_review subscribe tag target_branch timeline title todo
  type unapprove unassign unassign_reviewer unlabel unlink unlock unsubscribe weight work_in_progress zoom`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** Whether GitLab knows a command of that name (lower case). */
export function isKnownCommand(name: string): boolean {
  return names.has(name);
}
