import { readFileSync } from "node:fs";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import { readExchange, writeExchange } from "@/lib/adapters/plan-worker/exchange-text";
import { type Database, openDatabase } from "@/lib/adapters/postgres/database";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { GateId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Actor, Permission } from "@/lib/domain/release/actor";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import { draftPlan } from "@/lib/plan-text/draft-plan";
import type { Log } from "@/lib/ports/log";
import type { PlanReader } from "@/lib/ports/plan-reader";
import { composeServices, type Services } from "./composition";

/** What goes wrong is thrown where a test reads it. */
export const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type Person = Extract<Actor, { kind: "person" }>;

/** The compiler itself, without the worker that only the build makes. */
const readerInPlace: PlanReader = {
  read: async (source) => compilePlan(source),
  draft: async (edit) => draftPlan(edit),
  readExchange: async (source, form) => readExchange(source, form),
  exportPlan: async (wish) => writeExchange(wish).source,
};

/** The plan of the importer's golden file. */
export function samplePlan(): Plan {
  const text = readFileSync(new URL("../plan-text/sample.golden.json", import.meta.url), "utf8");
  const golden: Plan | { plan: Plan } = JSON.parse(text);
  return "plan" in golden ? golden.plan : golden;
}

/** One real database with several instances of the services on it. */
export type TestStand = {
  database: TestDatabase;
  instances: { services: Services; pools: Database }[];
  services: Services;
  planner: Person;
  addPerson: (name: string, ...permissions: Permission[]) => Promise<Person>;
  close: () => Promise<void>;
};

export async function openTestStand({ instances: count = 1, log = quietLog } = {}): Promise<TestStand> {
  const database = await createTestDatabase();
  const instances = Array.from({ length: count }, () => {
    const pools = openDatabase({ url: database.appUrl, log });
    return { pools, services: composeServices(pools, log, readerInPlace) };
  });
  const [first] = instances;
  if (first === undefined) throw new RangeError("A stand needs an instance.");
  const addPerson = async (name: string, ...permissions: Permission[]): Promise<Person> => {
    const email = `${name}@holdpoint.test`;
    await first.pools.client.user.create({ data: { id: name, name, email, permissions } });
    return { kind: "person", person: name, name, permissions };
  };
  return {
    ...{ database, instances, services: first.services, addPerson },
    planner: await addPerson("planner", "planner"),
    close: async () => {
      await Promise.all(instances.map(({ pools }) => pools.close()));
      await database.drop();
    },
  };
}

/** One person's commands on one release, each under a new key; throws where a test expects no refusal. */
export type Desk = {
  releaseId: string;
  plan: Plan;
  ask: (command: PersonCommand, key?: string) => Promise<CommandAnswer>;
  must: (command: PersonCommand) => Promise<number>;
  seq: () => Promise<number>;
};

let keysMade = 0;

function newKey(): string {
  keysMade += 1;
  return `key-${keysMade}`;
}

export async function startRehearsal(
  { services, planner }: TestStand,
  { speed = 120, plan = samplePlan() }: { speed?: number; plan?: Plan } = {},
): Promise<Desk> {
  const saved = await services.savePlan({ plan, source: "# sample", actor: planner });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const { planVersionId } = saved.value;
  const created = await services.createRelease({ planVersionId, mode: "rehearsal", speed, actor: planner });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { releaseId } = created.value;
  const ask: Desk["ask"] = (command, key = newKey()) =>
    services.submitCommand({ releaseId, key, command, actor: planner });
  const must = async (command: PersonCommand): Promise<number> => {
    const answer = await ask(command);
    if (answer.outcome !== "accepted") throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    return answer.seq;
  };
  return {
    releaseId,
    plan,
    ask,
    must,
    seq: async () => (await services.getReleaseSnapshot({ releaseId }))?.state.seq ?? 0,
  };
}

/** What a watch reports between looking and asking makes a command stale: it is asked anew, as a person would. */
async function mustAnew({ ask, seq }: Desk, commandOf: (expectedSeq: number) => PersonCommand): Promise<void> {
  for (let left = 20; ; left -= 1) {
    const command = commandOf(await seq());
    const answer = await ask(command);
    if (answer.outcome === "accepted") return;
    const isStale = answer.outcome === "refused" && answer.refusal.kind === "stale";
    if (!isStale || left === 0) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  }
}

/** Signs every item, starts the release and skips to the first gate, where every voter says go. */
export async function reachFirstGate(desk: Desk): Promise<GateId> {
  const { plan, must } = desk;
  for (const section of plan.sections) {
    const [owner] = section.owners;
    for (const item of section.items) await must({ type: "item.sign", item: item.id, as: owner });
  }
  await mustAnew(desk, (expectedSeq) => ({ type: "release.start", override: "a test", expectedSeq }));
  const gate = plan.gates[0];
  if (gate === undefined || gate.before.kind !== "stage") throw new Error("The sample plan begins with a gate.");
  for (const stage of plan.stages) {
    if (stage.id === gate.before.stage) break;
    await must({ type: "stage.skip", stage: stage.id, reason: "a test" });
  }
  for (const role of gate.voters) {
    const vote = { type: "gate.vote", gate: gate.id, round: 1, vote: "go", as: role } as const;
    await mustAnew(desk, (expectedSeq) => ({ ...vote, expectedSeq }));
  }
  return gate.id;
}
