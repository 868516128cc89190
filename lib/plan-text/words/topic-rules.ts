import type { Topic } from "./topic";

/** Topics whose whole subtree belongs to their reader: headings inside them are parts, not topics. */
export const OWNING_TOPICS: ReadonlySet<Topic> = new Set([
  "goals",
  "canary",
  "blue-green",
  "checklist",
  "steps",
  "triggers",
  "followups",
  "playbooks",
  "criteria",
  "review",
  "checks",
  "bindings",
]);

/** Topics that stay topics where they stand inside another part's chapter, e.g. the contacts at the end of a runbook. */
export const ESCAPING_TOPICS: Partial<Record<Topic, ReadonlySet<Topic>>> = {
  steps: new Set([
    "canary",
    "triggers",
    "procedure",
    "followups",
    "playbooks",
    "contacts",
    "channels",
    "criteria",
    "review",
    "approvals",
  ]),
  goals: new Set(["canary", "checklist", "timeline", "steps", "criteria", "contacts"]),
  checklist: new Set(["timeline", "triggers", "procedure", "contacts", "channels", "criteria", "approvals"]),
  playbooks: new Set(["contacts", "channels", "criteria"]),
  canary: new Set(["timeline", "blue-green", "contacts", "procedure"]),
  triggers: new Set(["followups", "contacts"]),
  criteria: new Set(["contacts", "approvals", "review"]),
  review: new Set(["contacts", "approvals"]),
};
