import type { Plan } from "@/lib/domain/plan/plan";
import type { WordedPart } from "@/lib/plan-text/draft-plan";
import type { PartId } from "../document/part";
import { criteria, people, review, windows } from "./parts/afterwards-parts";
import { bindings } from "./parts/bindings-part";
import { checks } from "./parts/checks-part";
import { gates } from "./parts/gates-part";
import { followups, playbooks, rollback, triggers } from "./parts/safety-parts";
import { blueGreen, canary, documentFacts, goals, info, title } from "./parts/strategy-parts";
import { together } from "./parts/together";
import { checklist, steps, timeline } from "./parts/work-parts";
import type { Editor } from "./row-list";

/** The parts of the document, and what follows from them and can be set nonetheless. */
export type EditPartId = PartId | "gates" | "checks";

export type EditPart = {
  id: EditPartId;
  editor: Editor<Plan>;
  /** The part of the plan that its lines are looked for in. */
  of: (plan: Plan) => unknown;
  /** Its figures are read from its words when it was edited. */
  worded?: WordedPart;
};

/** Every part that can be edited, in the order of a plan. */
export const EDIT_PARTS: readonly EditPart[] = [
  { id: "info", editor: together([title, info]), of: (plan) => plan.info, worded: "info" },
  { id: "goals", editor: goals, of: (plan) => plan.goals },
  { id: "canary", editor: canary, of: (plan) => plan.canary },
  { id: "blueGreen", editor: blueGreen, of: (plan) => plan.blueGreen },
  { id: "checklist", editor: checklist, of: (plan) => plan.sections },
  { id: "timeline", editor: timeline, of: (plan) => plan.stages },
  { id: "gates", editor: gates, of: () => null },
  { id: "steps", editor: steps, of: (plan) => plan.stepGroups },
  { id: "checks", editor: checks, of: () => null },
  { id: "triggers", editor: triggers, of: (plan) => plan.triggers },
  { id: "rollback", editor: rollback, of: (plan) => plan.rollback },
  { id: "followups", editor: followups, of: (plan) => plan.followups, worded: "followups" },
  { id: "playbooks", editor: playbooks, of: (plan) => plan.playbooks },
  { id: "bindings", editor: bindings, of: (plan) => plan.bindings },
  { id: "windows", editor: windows, of: (plan) => plan.windows, worded: "windows" },
  { id: "criteria", editor: criteria, of: (plan) => plan.criteria },
  { id: "review", editor: review, of: (plan) => plan.review },
  { id: "people", editor: people, of: (plan) => [plan.contacts, plan.channels, plan.approvals] },
  { id: "document", editor: documentFacts, of: (plan) => plan.document },
];
