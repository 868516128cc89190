import dynamic from "next/dynamic";

// What is not looked at in the night itself: who and what is there before it, the way back, and what is watched and left to do after it.
const load = {
  checklist: () => import("@/components/checklist/checklist").then((part) => part.Checklist),
  roster: () => import("@/components/roster/roster").then((part) => part.Roster),
  windows: () => import("@/components/console/observation-windows").then((part) => part.ObservationWindows),
  criteria: () => import("@/components/console/success-criteria").then((part) => part.SuccessCriteria),
  back: () => import("@/components/rollback/rollback-header").then((part) => part.RollbackHeader),
  procedure: () => import("@/components/rollback/rollback-procedure").then((part) => part.RollbackProcedure),
  backActs: () => import("@/components/rollback/rollback-acts").then((part) => part.RollbackActs),
  followups: () => import("@/components/rollback/followup-list").then((part) => part.FollowupList),
  conditions: () => import("@/components/console/close-conditions").then((part) => part.CloseConditions),
  header: () => import("@/components/console/observing-header").then((part) => part.ObservingHeader),
  ended: () => import("@/components/console/ended").then((part) => part.Ended),
};

export const Checklist = dynamic(load.checklist);
export const Roster = dynamic(load.roster);
export const ObservationWindows = dynamic(load.windows);
export const SuccessCriteria = dynamic(load.criteria);
export const RollbackHeader = dynamic(load.back);
export const RollbackProcedure = dynamic(load.procedure);
export const RollbackActs = dynamic(load.backActs);
export const FollowupList = dynamic(load.followups);
export const CloseConditions = dynamic(load.conditions);
export const ObservingHeader = dynamic(load.header);
export const Ended = dynamic(load.ended);

/** Fetches all of it once the page stands, so that it is there when the server is not. */
export const fetchLaterParts = () => Promise.allSettled(Object.values(load).map((one) => one()));
