import { describe, expect, test } from "vitest";
import { deriveGates, rollbackersOf, votersOf } from "./derive-gates";
import type { RoleId } from "./ids";
import type { ChecklistSection, PlanRole, Stage, StageKind } from "./plan";

const nowhere = { from: 0, to: 0 };

function stage(order: number, kind: StageKind, given: Partial<Stage> = {}): Stage {
  return {
    id: `stage:${order}`,
    order,
    label: kind,
    name: kind,
    kind,
    owners: ["role:devops"],
    startMin: order * 10,
    startText: "",
    durationMin: 10,
    share: null,
    parallel: false,
    stepGroups: [],
    lines: nowhere,
    ...given,
  };
}

const role = (id: RoleId): PlanRole => ({ id, name: id, spellings: [] });
const section = (owners: RoleId[]): ChecklistSection => ({
  id: "section:1",
  number: null,
  name: "",
  owners,
  ownersProposed: false,
  items: [],
  lines: nowhere,
});

const base = {
  sections: [],
  roles: [role("role:devops")],
  manager: "role:release-manager" as const,
  checksAt: (share: number) => [`check:${share}` as const],
};

describe("gates", () => {
  test("stand before every shift and before completion, behind the verification that follows the last shift", () => {
    const stages = [
      stage(1, "deploy"),
      stage(2, "shift", { share: 5 }),
      stage(3, "observe"),
      stage(4, "shift", { share: 100 }),
      stage(5, "verify"),
      stage(6, "review"),
      stage(7, "observe", { durationMin: null }),
    ];
    expect(deriveGates({ ...base, stages }).map(({ before, after }) => [before, after])).toEqual([
      [{ kind: "stage", stage: "stage:2", share: 5 }, "stage:1"],
      [{ kind: "stage", stage: "stage:4", share: 100 }, "stage:3"],
      [{ kind: "completion" }, "stage:5"],
    ]);
  });
  test("ask for what is watched at the share that is reached before them", () => {
    const stages = [stage(1, "shift", { share: 5 }), stage(2, "shift", { share: 100 })];
    expect(deriveGates({ ...base, stages }).map(({ checks }) => checks)).toEqual([
      ["check:0"],
      ["check:5"],
      ["check:100"],
    ]);
  });
  test("time out after 30 minutes into staying, and a GO lapses after 30", () =>
    expect(deriveGates({ ...base, stages: [stage(1, "shift")] })[0]).toMatchObject({
      timeout: { afterMin: 30, outcome: "stay" },
      lapseMin: 30,
      fourEyes: false,
      after: null,
    }));
  test.each([
    ["the last observation, without a verification", ["shift", "observe", "review"], "stage:2"],
    ["the shift itself, when nothing proves it", ["deploy", "shift", "review"], "stage:2"],
    ["the last stage, without any shift", ["deploy", "prepare"], "stage:2"],
  ] as const)("before completion stand behind %s", (_, kinds, after) => {
    const stages = kinds.map((kind, index) => stage(index + 1, kind));
    expect(deriveGates({ ...base, stages }).at(-1)?.after).toBe(after);
  });
  test("are none without stages", () => expect(deriveGates({ ...base, stages: [] })).toEqual([]));
});

describe("people", () => {
  const roles = (["role:everyone", "role:tech-director", "role:dba", "role:pm", "role:devops"] as const).map(role);
  test("vote when they own a stage or a section, and the tech director; everyone is nobody in particular", () => {
    const stages = [stage(1, "observe", { owners: ["role:everyone"] }), stage(2, "shift")];
    expect(votersOf({ stages, sections: [section(["role:dba"])], roles })).toEqual([
      "role:tech-director",
      "role:dba",
      "role:devops",
    ]);
  });
  test("roll back as manager, tech director and owners of shifts, each once", () => {
    const stages = [
      stage(1, "shift", { owners: ["role:devops", "role:everyone"] }),
      stage(2, "shift"),
      stage(3, "deploy", { owners: ["role:dba"] }),
    ];
    expect(rollbackersOf({ stages, roles, manager: "role:release-manager" })).toEqual([
      "role:release-manager",
      "role:tech-director",
      "role:devops",
    ]);
  });
});
