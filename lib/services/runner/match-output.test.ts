import { expect, test } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { prepared } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { matchOutput } from "./match-output";
import type { RunnerPorts } from "./runner-ports";

const refused = { kind: "output" as const, pattern: "connection refused" };
const playbooks = smallPlan.playbooks.map((playbook) => ({ ...playbook, matchers: [refused] }));
const play = prepared({ plan: boundPlan({ ...smallPlan, playbooks }) });

function matching(answer: CommandAnswer) {
  const ports: Pick<RunnerPorts, "outputs" | "hasher" | "submitCommand"> = {
    outputs: { append: async () => 0, size: async () => 0, read: async () => new Uint8Array() },
    hasher: sha256Hasher,
    submitCommand: async () => answer,
  };
  const found = { releaseId: "r1", planVersionId: "v1", plan: play.plan, state: play.state() };
  const bytes = new TextEncoder().encode("Connection refused\n");
  return matchOutput(ports, { ref: { releaseId: "r1", job: "job:1" }, found, from: 0, bytes });
}

test("a match that could not be recorded is an error: the piece is then not kept, and delivered again", async () => {
  await expect(matching({ outcome: "unavailable", id: "e1" })).rejects.toThrow("e1");
  await expect(matching({ outcome: "accepted", seq: 1, events: [] })).resolves.toBeUndefined();
});
