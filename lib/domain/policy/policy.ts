import type { PersonCommandType } from "../release/commands";
import type { ReleaseStatus } from "../release/state";
import type { Relation } from "./relations";

export type PolicyAnswer = "allow" | "second_person" | "deny";

type Entry = {
  relations: readonly Relation[];
  statuses: readonly ReleaseStatus[];
  /** `second_person`: only for somebody other than who asked. */
  answer: Exclude<PolicyAnswer, "deny">;
};

const PREPARING = ["preparing"] as const;
const RUNNING = ["running"] as const;
const GOING = ["running", "held"] as const;
const UNTIL_COMPLETED = ["preparing", "running", "held"] as const;
const STARTED = ["running", "held", "observing"] as const;
const BEFORE_ROLLBACK = ["preparing", ...STARTED] as const;
const ROLLING_BACK = ["rolling_back"] as const;
const OPEN = ["preparing", "running", "held", "observing", "rolling_back"] as const;
const ALWAYS = [...OPEN, "closed", "cancelled", "rolled_back"] as const;

const MANAGER = ["manager"] as const;
const OWNER = ["owner", "manager"] as const;
const ANY = ["any"] as const;

function allow(relations: Entry["relations"], statuses: Entry["statuses"]): Entry {
  return { relations, statuses, answer: "allow" };
}

/** Who may ask for what, and while the release is in which state. Everything that is not here is denied. */
export const POLICY: Readonly<Record<PersonCommandType, Entry>> = {
  "role.assign": allow(MANAGER, OPEN),
  "item.sign": allow(OWNER, UNTIL_COMPLETED),
  "item.revoke": allow(["author", "manager"], UNTIL_COMPLETED),
  "item.waive": allow(MANAGER, UNTIL_COMPLETED),
  "release.start": allow(MANAGER, PREPARING),
  "release.hold": allow(ANY, RUNNING),
  "release.resume": allow(MANAGER, ["held"]),
  "release.cancel": allow(MANAGER, UNTIL_COMPLETED),
  "stage.start": allow(OWNER, RUNNING),
  "stage.retry": allow(OWNER, RUNNING),
  "stage.stop": allow(OWNER, GOING),
  "stage.complete": allow(OWNER, RUNNING),
  "stage.fail": allow(OWNER, GOING),
  "stage.skip": allow(MANAGER, GOING),
  "step.start": allow(OWNER, RUNNING),
  "step.retry": allow(OWNER, RUNNING),
  "step.skip": allow(OWNER, RUNNING),
  "step.complete": allow([...OWNER, "system"], GOING),
  "step.fail": allow([...OWNER, "system"], GOING),
  "step.resolve": allow([...OWNER, "system"], GOING),
  "step.run": allow(OWNER, RUNNING),
  "job.cancel": allow([...OWNER, "rollbacker"], OPEN),
  "gate.vote": allow(["voter"], GOING),
  "gate.withdraw": allow(["author", "voter"], GOING),
  "gate.decide": allow(MANAGER, GOING),
  "gate.override": allow(MANAGER, RUNNING),
  "gate.confirm": { relations: ["manager", "voter", "rollbacker"], statuses: RUNNING, answer: "second_person" },
  "gate.reopen": allow(MANAGER, GOING),
  "traffic.confirm": allow(OWNER, RUNNING),
  "traffic.shift": allow(OWNER, RUNNING),
  "rollback.start": allow(["rollbacker", "system"], STARTED),
  "rollback.schedule": allow(MANAGER, STARTED),
  "rollback.unschedule": allow(MANAGER, STARTED),
  "rollback.step": allow(OWNER, ROLLING_BACK),
  "rollback.run": allow(OWNER, ROLLING_BACK),
  "rollback.traffic": allow(["rollbacker", "manager"], ROLLING_BACK),
  "rollback.complete": allow(MANAGER, ROLLING_BACK),
  "rollback.arm": allow(MANAGER, OPEN),
  "rollback.disarm": allow(MANAGER, OPEN),
  "rollback.drill": allow(MANAGER, BEFORE_ROLLBACK),
  "trigger.dismiss": allow(MANAGER, OPEN),
  "release.complete": allow(MANAGER, RUNNING),
  "observation.complete": allow(OWNER, ["observing"]),
  "criterion.judge": allow(OWNER, ["observing"]),
  "release.close": allow(MANAGER, ["observing"]),
  "followup.complete": allow(OWNER, ["rolled_back"]),
  "playbook.open": allow(ANY, OPEN),
  "playbook.step": allow(ANY, OPEN),
  "playbook.close": allow(ANY, OPEN),
  "playbook.dismiss": allow(ANY, OPEN),
  "call.acknowledge": allow(ANY, OPEN),
  "fault.inject": allow(MANAGER, OPEN),
  "fault.clear": allow(MANAGER, OPEN),
  "fault.script": allow(MANAGER, OPEN),
  "note.add": allow(ANY, ALWAYS),
};

/** What the policy says to one relation asking for one command while the release is in one state. */
export function policyAnswer(relation: Relation, command: PersonCommandType, status: ReleaseStatus): PolicyAnswer {
  const entry = POLICY[command];
  return entry.relations.includes(relation) && entry.statuses.includes(status) ? entry.answer : "deny";
}
