import { expect, test } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import { MATCHERS_MAX } from "./playbook-matcher";
import { matchersOf } from "./playbook-matchers";

const [like] = smallPlan.playbooks;

test("a symptom says what can be looked for by the messages that it quotes, each once, and no more of them than a plan may say", () => {
  if (like === undefined) throw new Error("The small plan has a playbook.");
  const { matchers: _, ...playbook } = like;
  const messages = Array.from({ length: MATCHERS_MAX + 5 }, (_message, n) => `“connection refused ${n}”`);
  const symptom = ["“connection refused 0”", ...messages].join(" ");
  const found = matchersOf(smallPlan, { ...playbook, symptom });
  expect(found).toHaveLength(MATCHERS_MAX);
  expect(found[1]).toEqual({ kind: "output", pattern: "connection refused 1" });
});
