import { randomSecrets } from "@/lib/adapters/hashing/secret-maker";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { type Database, openDatabase } from "@/lib/adapters/postgres/database";
import { postgresOutputStore } from "@/lib/adapters/postgres/postgres-output-store";
import { postgresPlanStore } from "@/lib/adapters/postgres/postgres-plan-store";
import { postgresRunnerStore } from "@/lib/adapters/postgres/postgres-runner-store";
import { postgresTrafficCountStore } from "@/lib/adapters/postgres/postgres-traffic-count-store";
import type { Log } from "@/lib/ports/log";
import { addRunner, findRunner, listRunners, revokeRunner } from "@/lib/services/runner/administer-runners";
import { finishJob, keepOutput } from "@/lib/services/runner/finish-job";
import { keepCounts } from "@/lib/services/runner/keep-counts";
import { listWork } from "@/lib/services/runner/list-work";
import { loseSilentJobs } from "@/lib/services/runner/lose-silent-jobs";
import { readOutputNews, readRunningOutputs, readShownOutputs } from "@/lib/services/runner/read-output-news";
import { renewJob } from "@/lib/services/runner/renew-job";
import { takeJobs } from "@/lib/services/runner/take-jobs";
import { composeServices, type Services, services } from "./composition";
import { database } from "./database";
import { log } from "./log";
import { sayPhrase } from "./say-phrase";

/** Waits for the next commit of these services, no longer than it is told. */
function commitWaiter(verbs: Pick<Services, "hearCommits">): (atMostMs: number) => Promise<void> {
  const waiting = new Set<() => void>();
  verbs.hearCommits(() => {
    for (const wake of waiting) wake();
  });
  return (atMostMs) =>
    new Promise((done) => {
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        done();
      };
      const timer = setTimeout(wake, atMostMs);
      waiting.add(wake);
    });
}

/** The verbs about runners over one database. */
export function composeRunners(over: Omit<Database, "close">, verbs: Services) {
  const plans = postgresPlanStore(over);
  const ports = {
    runners: postgresRunnerStore(over),
    outputs: postgresOutputStore(over),
    counts: postgresTrafficCountStore(over),
    releases: { listHeads: verbs.listHeads },
    idle: new Map<string, number>(),
    hasher: sha256Hasher,
    secrets: randomSecrets,
    findRelease: (releaseId: string) => verbs.getReleaseSnapshot({ releaseId }),
    findApprovals: async (planVersionId: string) => {
      const [plan, version] = await Promise.all([plans.findPlan(planVersionId), plans.findVersion(planVersionId)]);
      const approvals = (version?.approvals ?? []).map(({ person, at }) => ({
        person: person.id,
        name: person.name,
        at,
      }));
      return { hash: plan?.hash ?? "", approvals };
    },
    submitCommand: verbs.submitCommand,
    say: sayPhrase,
  };
  const bind =
    <Wanted, Result>(verb: (given: typeof ports, wanted: Wanted) => Result) =>
    (wanted: Wanted): Result =>
      verb(ports, wanted);
  return {
    addRunner: bind(addRunner),
    listRunners: () => listRunners(ports),
    listWork: () => listWork(ports),
    revokeRunner: bind(revokeRunner),
    findRunner: bind(findRunner),
    greetRunner: ports.runners.greet,
    takeJobs: bind(takeJobs),
    renewJob: bind(renewJob),
    keepOutput: bind(keepOutput),
    finishJob: bind(finishJob),
    keepCounts: bind(keepCounts),
    readOutput: ports.outputs.read,
    outputSize: ports.outputs.size,
    readOutputNews: bind(readOutputNews),
    readRunningOutputs: bind(readRunningOutputs),
    readShownOutputs: bind(readShownOutputs),
    loseSilentJobs: () => loseSilentJobs(ports),
    nextCommit: commitWaiter(verbs),
  };
}

export type Runners = ReturnType<typeof composeRunners>;

/** What all runners of one process together may hold: their requests are short, and few. */
const CONNECTIONS = { connections: 4, stoppingConnections: 1 };

type Reserved = { runners: Runners; close: () => Promise<void> };

/** Verbs about runners with connections of their own: a rollback reaches its runner when everybody else waits for one. */
export function composeReserved(given: { url: string; log: Log; besides: Pick<Services, "hearCommits"> }): Reserved {
  const own = openDatabase({ ...CONNECTIONS, url: given.url, log: given.log });
  const verbs = composeServices(own, given.log);
  const hearCommits: Services["hearCommits"] = (listener) => {
    verbs.hearCommits(listener);
    given.besides.hearCommits(listener);
  };
  return { runners: composeRunners(own, { ...verbs, hearCommits }), close: own.close };
}

let composed: Runners | null = null;

/** From here on what this module graph asks about runners goes over connections of its own, until they are closed. */
export function reserveForRunners(): () => Promise<void> {
  const reserved = composeReserved({ url: process.env["DATABASE_URL"] ?? "", log, besides: services() });
  composed = reserved.runners;
  return async () => {
    composed = null;
    await reserved.close();
  };
}

/** What routes and the engine of this module graph can ask about runners. */
export function runners(): Runners {
  composed ??= composeRunners(database(), services());
  return composed;
}
