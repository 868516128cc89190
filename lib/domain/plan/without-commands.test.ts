import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "./plan";
import { withoutCommands } from "./without-commands";

const sample: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));

describe("a plan for a screen that only shows", () => {
  it("carries no command of any step, procedure, playbook or diagram", () => {
    const text = JSON.stringify(withoutCommands(sample));
    for (const command of ["pg_dump", "kubectl", "nginx -s", "server green"]) {
      expect(JSON.stringify(sample)).toContain(command);
      expect(text).not.toContain(command);
    }
  });
  it("keeps every stage, step and gate that events name", () => {
    const shown = withoutCommands(sample);
    const steps = (plan: Plan) => plan.stepGroups.flatMap((group) => group.steps.map((step) => step.id));
    expect(steps(shown)).toEqual(steps(sample));
    expect(shown.stages).toEqual(sample.stages);
    expect(shown.gates).toEqual(sample.gates);
  });
});
