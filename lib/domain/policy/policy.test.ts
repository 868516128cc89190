import { describe, expect, it } from "vitest";
import type { PersonCommandType } from "../release/commands";
import { RELEASE_STATUSES, type ReleaseStatus } from "../release/state";
import { POLICY, policyAnswer } from "./policy";
import { RELATIONS, type Relation } from "./relations";

const STATUS: Record<string, ReleaseStatus> = {
  P: "preparing",
  R: "running",
  H: "held",
  O: "observing",
  B: "rolling_back",
  D: "rolled_back",
  C: "closed",
  X: "cancelled",
};
const RELATION: Record<string, Relation> = {
  M: "manager",
  O: "owner",
  V: "voter",
  R: "rollbacker",
  A: "author",
  Y: "any",
  S: "system",
};

/** Written by hand from the design: who (M O V R A Y S), while the release is in (P R H O B D C X). */
const GOLDEN: Record<PersonCommandType, [who: string, when: string]> = {
  "role.assign": ["M", "PRHOB"],
  "item.sign": ["OM", "PRH"],
  "item.revoke": ["AM", "PRH"],
  "item.waive": ["M", "PRH"],
  "release.start": ["M", "P"],
  "release.hold": ["Y", "R"],
  "release.resume": ["M", "H"],
  "release.cancel": ["M", "PRH"],
  "stage.start": ["OM", "R"],
  "stage.retry": ["OM", "R"],
  "stage.stop": ["OM", "RH"],
  "stage.complete": ["OM", "R"],
  "stage.fail": ["OM", "RH"],
  "stage.skip": ["M", "RH"],
  "step.start": ["OM", "R"],
  "step.retry": ["OM", "R"],
  "step.skip": ["OM", "R"],
  "step.complete": ["OMS", "RH"],
  "step.fail": ["OMS", "RH"],
  "step.resolve": ["OMS", "RH"],
  "step.run": ["OM", "R"],
  "job.cancel": ["OMR", "PRHOB"],
  "gate.vote": ["V", "RH"],
  "gate.withdraw": ["AV", "RH"],
  "gate.decide": ["M", "RH"],
  "gate.override": ["M", "R"],
  "gate.confirm": ["MVR", "R"],
  "gate.reopen": ["M", "RH"],
  "traffic.confirm": ["OM", "R"],
  "traffic.shift": ["OM", "R"],
  "rollback.start": ["RS", "RHO"],
  "rollback.schedule": ["M", "RHO"],
  "rollback.unschedule": ["M", "RHO"],
  "rollback.step": ["OM", "B"],
  "rollback.run": ["OM", "B"],
  "rollback.traffic": ["RM", "B"],
  "rollback.complete": ["M", "B"],
  "rollback.arm": ["M", "PRHOB"],
  "rollback.disarm": ["M", "PRHOB"],
  "rollback.drill": ["M", "PRHO"],
  "trigger.dismiss": ["M", "PRHOB"],
  "release.complete": ["M", "R"],
  "observation.complete": ["OM", "O"],
  "criterion.judge": ["OM", "O"],
  "release.close": ["M", "O"],
  "followup.complete": ["OM", "D"],
  "playbook.open": ["Y", "PRHOB"],
  "playbook.step": ["Y", "PRHOB"],
  "playbook.close": ["Y", "PRHOB"],
  "playbook.dismiss": ["Y", "PRHOB"],
  "call.acknowledge": ["Y", "PRHOB"],
  "fault.inject": ["M", "PRHOB"],
  "fault.clear": ["M", "PRHOB"],
  "fault.script": ["M", "PRHOB"],
  "note.add": ["Y", "PRHOBDCX"],
};

const commands = Object.keys(POLICY).filter((name): name is PersonCommandType => name in GOLDEN);

describe("the policy", () => {
  it("speaks of exactly the commands that people have", () => {
    expect(Object.keys(POLICY).toSorted()).toEqual(Object.keys(GOLDEN).toSorted());
  });

  it.each(commands)("says of %s what the golden table says, for every relation and state", (command) => {
    const [who, when] = GOLDEN[command];
    const relations = [...who].map((letter) => RELATION[letter]);
    const statuses = [...when].map((letter) => STATUS[letter]);
    for (const relation of RELATIONS) {
      for (const status of RELEASE_STATUSES) {
        const allowed = relations.includes(relation) && statuses.includes(status);
        const yes = command === "gate.confirm" ? "second_person" : "allow";
        expect([relation, status, policyAnswer(relation, command, status)]).toEqual([
          relation,
          status,
          allowed ? yes : "deny",
        ]);
      }
    }
  });

  it("lets whoever may roll back do so in every state between start and end", () => {
    for (const status of ["running", "held", "observing"] as const) {
      expect(policyAnswer("rollbacker", "rollback.start", status)).toBe("allow");
    }
  });
});
