/** Every reason a refusal may give, in the order in which a command is checked. Facts in brackets. */
export const BECAUSE = [
  // unknown_id [id]
  "unknown-role",
  "unknown-stage",
  "unknown-step",
  "unknown-item",
  "unknown-gate",
  "unknown-trigger",
  "unknown-rollback-step",
  "unknown-followup",
  "unknown-playbook",
  "unknown-playbook-step",
  "unknown-playbook-run",
  "unknown-window",
  "unknown-criterion",
  "unknown-check",
  "unknown-job",
  // forbidden
  "no-role-here",
  "not-your-part", // [needed: role names]
  "role-not-held", // [role]
  "only-the-system",
  "not-for-the-system",
  "rollback-not-armed",
  "own-role-in-live", // [role]
  "sign-on-behalf", // [item]
  // already (with who and when)
  "role-already-assigned", // [role, person]
  "item-already-signed", // [item]
  "item-already-waived", // [item]
  "release-already-started",
  "release-already-held",
  "release-already-completed",
  "release-already-closed",
  "release-already-cancelled",
  "stage-already", // [stage, status]
  "step-already", // [step, status]
  "vote-already-cast", // [role, vote]
  "gate-already-decided", // [gate, round, outcome]
  "gate-already-open", // [gate, round]
  "job-already-asked", // [job]
  "job-already-taken", // [job]
  "job-already-cancelled", // [job]
  "job-already-ended", // [job]
  "playbook-already-risen",
  "override-already-requested", // [gate]
  "share-already-set", // [share]
  "rollback-already-started",
  "rollback-already-completed",
  "rollback-already-scheduled", // [at]
  "rollback-already-armed",
  "rollback-already-disarmed",
  "rollback-step-already", // [step, outcome]
  "window-already-completed", // [window]
  "criterion-already-judged", // [criterion]
  "followup-already-completed", // [followup]
  "playbook-already-open", // [playbook, run]
  "playbook-already-closed", // [playbook, run]
  "playbook-step-already", // [step]
  "verdict-already-known", // [check, verdict]
  "source-already-known", // [source]
  "alert-already-known", // [alert, status]
  "band-already-known", // [wanted]
  "call-already-raised",
  "call-already-acknowledged",
  "call-already-escalated",
  "fault-already-injected", // [fault]
  // not_allowed_now
  "release-is", // [status]
  "first-shift-started", // [stage]
  "stage-is", // [stage, status]
  "stage-begins-with-completion", // [stage]
  "step-is", // [step, status]
  "stage-of-step-is", // [stage, step, status]
  "item-not-signed", // [item]
  "gate-shut", // [gate]
  "gate-moot", // [gate, stage, status]
  "gate-is", // [gate, status]
  "no-vote-to-withdraw", // [gate]
  "no-override-requested", // [gate]
  "nothing-to-override", // [gate]
  "no-shift-running",
  "share-taken-back", // [share, wanted]
  "share-not-there", // [share, wanted]
  "job-fenced", // [job]
  "drill-is-bound",
  "playbook-not-risen", // [playbook]
  "nothing-bound",
  "nothing-scheduled",
  "p0-stands-failed", // [trigger]
  "no-proposal-open", // [trigger]
  "not-due", // [remainingMs]
  "share-moved-on", // [wanted]
  "call-is-over",
  "only-in-rehearsal",
  "no-such-fault", // [fault]
  "no-such-script",
  // stale
  "world-moved-on", // [type, seq]
  // needs_reason
  "reason-needed",
  "note-needed-early", // [remainingMs]
  // invalid
  "name-the-role", // [roles]
  "seq-missing",
  "seq-ahead", // [seq]
  "then-with-go",
  "round-not-open", // [gate, round, asked]
  "share-not-planned", // [share, planned]
  "time-not-ahead",
  "script-unreadable", // [line, text]
  // needs_second_person
  "second-person-needed",
  // unmet (with the list)
  "conditions-unmet", // [count]
] as const;
export type Because = (typeof BECAUSE)[number];
