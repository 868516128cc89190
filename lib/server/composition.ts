import { randomUUID } from "node:crypto";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { workerPlanReader } from "@/lib/adapters/plan-worker/worker-plan-reader";
import type { Database } from "@/lib/adapters/postgres/database";
import { databaseClock } from "@/lib/adapters/postgres/database-clock";
import { postgresPeopleDirectory } from "@/lib/adapters/postgres/postgres-people-directory";
import { postgresPlanStore } from "@/lib/adapters/postgres/postgres-plan-store";
import { postgresReleaseStore } from "@/lib/adapters/postgres/postgres-release-store";
import { postgresTimerStore } from "@/lib/adapters/postgres/postgres-timer-store";
import { postgresWatchStore } from "@/lib/adapters/postgres/postgres-watch-store";
import type { ChainedEvent } from "@/lib/domain/release/events";
import type { EngineDeps } from "@/lib/engine/start-engine";
import type { Ids } from "@/lib/ports/ids";
import type { Log } from "@/lib/ports/log";
import type { PlanReader } from "@/lib/ports/plan-reader";
import { acceptFinding } from "@/lib/services/plan/accept-finding";
import { approvePlan } from "@/lib/services/plan/approve-plan";
import { assignApprover } from "@/lib/services/plan/assign-approver";
import { savePlan } from "@/lib/services/plan/save-plan";
import { createRelease } from "@/lib/services/release/create-release";
import { getReleaseSnapshot } from "@/lib/services/release/get-release-snapshot";
import { submitCommand } from "@/lib/services/release/submit-command";
import { verifyRelease } from "@/lib/services/release/verify-release";
import { closeDatabase, database } from "./database";
import { log } from "./log";

const randomIds: Ids = { next: () => randomUUID() };

/** The verbs about plans and releases over one database. */
export function composeServices(
  over: Omit<Database, "close">,
  processLog: Log,
  planReader: PlanReader = workerPlanReader(),
) {
  const listeners = new Set<(events: ChainedEvent[]) => void>();
  const deps = {
    releases: postgresReleaseStore(over),
    plans: postgresPlanStore(over),
    people: postgresPeopleDirectory(over),
    clock: databaseClock(over.stopping),
    hasher: sha256Hasher,
    ids: randomIds,
    log: processLog,
    planReader,
    watches: postgresWatchStore(over),
    onCommitted: (events: ChainedEvent[]) => {
      for (const listener of listeners) listener(events);
    },
  };
  const bind =
    <Wanted, Result>(verb: (given: typeof deps, wanted: Wanted) => Result) =>
    (wanted: Wanted): Result =>
      verb(deps, wanted);
  return {
    submitCommand: bind(submitCommand),
    createRelease: bind(createRelease),
    getReleaseSnapshot: bind(getReleaseSnapshot),
    verifyRelease: bind(verifyRelease),
    listEvents: deps.releases.listEvents,
    listReleases: deps.releases.list,
    listHeads: deps.releases.listHeads,
    findRound: deps.watches.findRound,
    listSamples: deps.watches.listSamples,
    /** Understands a document; saves nothing. */
    importPlan: ({ source }: { source: string }) => planReader.read(source),
    /** The document that an edited plan becomes; saves nothing. */
    draftPlan: planReader.draft,
    readExchange: planReader.readExchange,
    exportPlan: planReader.exportPlan,
    savePlan: bind(savePlan),
    assignApprover: bind(assignApprover),
    approvePlan: bind(approvePlan),
    acceptFinding: bind(acceptFinding),
    listPlans: deps.plans.list,
    getPlan: deps.plans.findDetails,
    getPlanVersion: deps.plans.findVersion,
    /** The database's time, for clocks on screens. */
    now: deps.clock.read,
    /** Hears of every commit made through these services, at once and before the database announces it. */
    hearCommits: (listener: (events: ChainedEvent[]) => void) => void listeners.add(listener),
  };
}

export type Services = ReturnType<typeof composeServices>;

let composed: Services | null = null;

/** What pages, actions, routes and sockets of this module graph can ask for. */
export function services(): Services {
  composed ??= composeServices(database(), log);
  return composed;
}

/** What the engine of this process runs on. */
export function engineDependencies(): EngineDeps {
  const { submitCommand: submit } = services();
  return { timers: postgresTimerStore(database()), submitCommand: submit, ids: randomIds, log };
}

/** Ends the connections; the next use opens new ones. */
export async function closeServices(): Promise<void> {
  composed = null;
  await closeDatabase();
}
