/** Ids inside one plan version: readable, unique by kind, and told apart by the compiler without casts. */
export type RoleId = `role:${string}`;
export type StageId = `stage:${string}`;
export type StepId = `step:${string}`;
export type SectionId = `section:${string}`;
export type ItemId = `item:${string}`;
export type GateId = `gate:${string}`;
export type TriggerId = `trigger:${string}`;
export type RollbackStepId = `rollback-step:${string}`;
export type FollowupId = `followup:${string}`;
export type PlaybookId = `playbook:${string}`;
export type PlaybookStepId = `playbook-step:${string}`;
export type WindowId = `window:${string}`;
export type CriterionId = `criterion:${string}`;
export type CheckId = `check:${string}`;

/** The role that everybody with any role fills: "全员", "everyone". */
export const EVERYONE: RoleId = "role:everyone";
