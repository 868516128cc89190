import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { checkInvariants } from "@/lib/domain/release/invariants";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import type { ReleaseStore } from "@/lib/ports/release-store";
import { quietLog, samplePlan } from "@/lib/server/test-stand";
import { type CreateReleaseDeps, createRelease } from "./create-release";
import { memoryReleaseStore, type Pass } from "./memory-release-store";
import { submitCommand } from "./submit-command";
import { walkChain } from "./verify-chain";

const plan = samplePlan();
const hash = sha256Hasher.hash(plan);
const planner: Actor = { kind: "person", person: "planner", name: "planner", permissions: ["planner"] };
const base = {
  plans: { findPlan: async () => ({ planId: "p", planVersionId: "v", plan, hash }), findVersion: async () => null },
  planReader: { read: async (source: string) => compilePlan(source) },
  watches: { findRound: async () => null },
  people: { findPeople: async (ids: string[]) => new Map(ids.map((id) => [id, { id, name: id }])) },
  clock: { read: async () => 1_800_000_000_000, synchronise: async () => undefined },
  hasher: sha256Hasher,
  ids: { next: () => "r" },
  log: quietLog,
  onCommitted: () => undefined,
};

type First = Parameters<ReleaseStore["create"]>[0];

async function createInMemory(pass: Pass) {
  const created: First[] = [];
  const create = async (first: First) => {
    created.push(first);
    return "created" as const;
  };
  const deps: CreateReleaseDeps = { ...base, releases: { create, findCreated: async () => null } };
  await createRelease(deps, { planVersionId: "v", mode: "rehearsal", actor: planner });
  const [first] = created;
  if (first === undefined) throw new Error("Nothing was created.");
  const { event, state } = first;
  const { seq, hash: head } = event;
  const { foldVersion } = state;
  const release = { releaseId: "r", planVersionId: "v", seq, head, foldVersion, state, approved: false };
  return memoryReleaseStore({ event, release }, pass);
}

const [stage] = plan.stages;
const [item] = plan.sections[0]?.items ?? [];
if (stage === undefined || item === undefined) throw new Error("The sample plan has stages and items.");

const command = fc.constantFrom<PersonCommand>(
  { type: "item.sign", item: item.id, as: plan.sections[0]?.owners[0] },
  { type: "item.waive", item: item.id, reason: "r" },
  { type: "item.revoke", item: item.id, reason: "r" },
  { type: "release.start", override: "r", expectedSeq: 1 },
  { type: "release.hold" },
  { type: "release.resume", expectedSeq: 1 },
  { type: "stage.start", stage: stage.id, expectedSeq: 1 },
  { type: "stage.stop", stage: stage.id },
  { type: "rollback.start", reason: "r" },
  { type: "release.cancel", reason: "r" },
  { type: "note.add", text: "n" },
);
/** Few keys, so that the same one is used again, by chance with another body. */
const asked = fc.array(fc.record({ command, key: fc.nat(5).map(String) }), { minLength: 2, maxLength: 8 });

test("however statements interleave, each key is carried out once, the log is serial and no invariant breaks", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), asked, async (scheduler, requests) => {
      const store = await createInMemory((what) => scheduler.schedule(Promise.resolve(), what));
      const deps = { ...base, releases: { ...unused, ...store } };
      const answers = requests.map((request) => submitCommand(deps, { ...request, releaseId: "r", actor: planner }));
      const settled = await scheduler.waitFor(Promise.all(answers));
      const { release, events, commands } = store.at();
      expect(checkInvariants(plan, events, release.state)).toEqual([]);
      expect(walkChain(sha256Hasher, { release: "r", planHash: hash }).take(events)).toBeNull();
      expect(settled.filter(({ outcome }) => outcome === "unavailable")).toEqual([]);
      for (const [n, answer] of settled.entries()) {
        if (answer.outcome === "accepted") expectInLog(answer, commands.get(`planner ${requests[n]?.key}`)?.answer.seq);
      }
      expect(new Set([...commands.values()].map(({ answer }) => answer.seq)).size).toBe(commands.size);
    }),
    { numRuns: 1_000 },
  );
}, 120_000);

function expectInLog(answer: Extract<CommandAnswer, { outcome: "accepted" }>, seq: number | undefined): void {
  if (answer.events.length > 0) expect(answer.seq).toBe(seq);
}

const never = () => {
  throw new Error("not part of a command");
};
const unused = { create: never, findCreated: never, findSnapshot: never, list: never, listHeads: never };
