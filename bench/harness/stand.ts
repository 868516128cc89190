import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Database, openDatabase } from "@/lib/adapters/postgres/database";
import type { GateId, RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Actor } from "@/lib/domain/release/actor";
import type { PersonCommand } from "@/lib/domain/release/commands";
import type { Log } from "@/lib/ports/log";
import { composeServices, type Services } from "@/lib/server/composition";
import { root } from "../../scripts/build/bundle.mjs";
import { startThrowAwayPostgres } from "../../scripts/test/throw-away-postgres";

export const benchLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts, sentence) => process.stderr.write(`${sentence} ${JSON.stringify(facts, errorText)}\n`),
};

function errorText(_name: string, value: unknown): unknown {
  return value instanceof Error ? String(value.stack) : value;
}

/** A release whose first gate waits for one last vote, which can be cast and withdrawn for ever: the GO of a benchmark. */
export type Night = {
  releaseId: string;
  plan: Plan;
  /** GO and its withdrawal, in turn. */
  nextCommand: () => PersonCommand;
  commit: (command: PersonCommand) => Promise<number>;
};

export type Stand = {
  urls: { adminUrl: string; appUrl: string; ownerUrl: string };
  database: Database;
  services: Services;
  actor: Actor;
  openNight: (plan?: Plan) => Promise<Night>;
  close: () => Promise<void>;
};

export async function readSamplePlan(): Promise<Plan> {
  const golden: Plan | { plan: Plan } = JSON.parse(
    await readFile(resolve(root, "lib/plan-text/sample.golden.json"), "utf8"),
  );
  return "plan" in golden ? golden.plan : golden;
}

/** A database of its own that keeps what it acknowledged, with the product's own services over it. */
export async function openStand(): Promise<Stand> {
  const postgres = await startThrowAwayPostgres({});
  const urls = await postgres.migrate("bench");
  const database = openDatabase({ url: urls.appUrl, log: benchLog });
  const services = composeServices(database, benchLog);
  let closing: Promise<void> | null = null;
  const actor: Actor = { kind: "person", person: "bench-planner", name: "bench", permissions: ["planner"] };
  await database.client.user.create({
    data: { id: actor.person, name: actor.name, email: "bench@holdpoint.test", permissions: actor.permissions },
  });
  return {
    ...{ urls, database, services, actor },
    openNight: async (plan) => openNight(services, actor, plan ?? (await readSamplePlan())),
    close: () => {
      closing ??= database.close().finally(postgres.remove);
      return closing;
    },
  };
}

async function openNight(services: Services, actor: Actor, plan: Plan): Promise<Night> {
  const saved = await services.savePlan({ plan, source: "# bench", actor });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const { planVersionId } = saved.value;
  const created = await services.createRelease({ planVersionId, mode: "rehearsal", speed: 1, actor });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { releaseId } = created.value;
  const commit = async (command: PersonCommand): Promise<number> => {
    const answer = await services.submitCommand({ releaseId, key: randomUUID(), command, actor });
    if (answer.outcome !== "accepted") throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    return answer.seq;
  };
  const { gate, as } = await reachFirstGate(plan, commit);
  let turns = 0;
  const nextCommand = (): PersonCommand => {
    turns += 1;
    const common = { gate, round: 1, as };
    return turns % 2 === 1 ? { type: "gate.vote", ...common, vote: "go" } : { type: "gate.withdraw", ...common };
  };
  return { releaseId, plan, nextCommand, commit };
}

/** Signs every item, starts, skips to the first gate, and lets everybody but the last voter say go. */
async function reachFirstGate(plan: Plan, commit: Night["commit"]): Promise<{ gate: GateId; as: RoleId }> {
  let seq = 0;
  for (const { items, owners } of plan.sections) {
    for (const item of items) seq = await commit({ type: "item.sign", item: item.id, as: owners[0] });
  }
  await commit({ type: "release.start", override: "a benchmark", expectedSeq: seq });
  const gate = plan.gates.find(({ before }) => before.kind === "stage");
  const last = gate?.voters.at(-1);
  if (gate === undefined || gate.before.kind !== "stage" || last === undefined)
    throw new Error("The plan has no gate.");
  for (const stage of plan.stages) {
    if (stage.id === gate.before.stage) break;
    await commit({ type: "stage.skip", stage: stage.id, reason: "a benchmark" });
  }
  for (const as of gate.voters.slice(0, -1)) {
    await commit({ type: "gate.vote", gate: gate.id, round: 1, vote: "go", as });
  }
  return { gate: gate.id, as: last };
}
