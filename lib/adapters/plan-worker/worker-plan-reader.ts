import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PlanReading } from "@/lib/domain/plan/finding";
import type { PlanDraft } from "@/lib/plan-text/draft-plan";
import { finding } from "@/lib/plan-text/findings";
import type { PlanReader } from "@/lib/ports/plan-reader";
import type { PlanJob } from "./read-plan.worker";

type Message = { kind: "ready" } | { kind: "read"; reading: PlanDraft };

export type WorkerLimits = {
  /** Where the bundled worker lies; the build puts it into `dist`. */
  file: string;
  /** How much processor time one document may take, once the worker is ready. */
  limitMs: number;
  /** How many times that it may take by the wall clock, where the machine is busy with something else. */
  patience: number;
  /** Processor time that this process has had so far: the thread of a document has never had more of it. */
  usedMs: () => number;
};

function processMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const startLimitMs = 20_000;
/** Writing a plan reads what was written several times over, until it says the same. */
const writingFactor = 4;
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

function refusal(rule: "too-slow" | "unreadable", source: string, facts: Record<string, number>): PlanReading {
  const to = source.split("\n").length;
  const coverage = { nonBlank: source.split("\n").filter((line) => line.trim() !== "").length, accountedFor: 0 };
  return { plan: null, findings: [finding(rule, { from: 1, to }, facts)], coverage };
}

/** A worker that cannot start is a fault of the installation and rejects; whatever the document does to it is an answer. */
function workOnce(job: PlanJob, { file, limitMs: readingMs, patience, usedMs }: WorkerLimits): Promise<PlanDraft> {
  const limitMs = job.kind === "read" ? readingMs : readingMs * writingFactor;
  const source = "source" in job ? job.source : "";
  const gaveUp = (rule: "too-slow" | "unreadable") => ({
    source,
    ...refusal(rule, source, { seconds: limitMs / 1000 }),
  });
  return new Promise((resolve, reject) => {
    const worker = new Worker(/* turbopackIgnore: true */ file, { resourceLimits, stdout: true, stderr: true });
    let isReading = false;
    let timer = setTimeout(() => end(() => reject(new Error("The plan worker did not start."))), startLimitMs);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // What still comes from a thread that is being ended is of no interest, but an unheard error would be thrown.
      worker.on("error", () => undefined);
      void worker.terminate();
      settle();
    };
    const broken = (cause: unknown) => end(() => (isReading ? resolve(gaveUp("unreadable")) : reject(cause)));
    worker.on("message", (message: Message) => {
      if (message.kind === "read") return end(() => resolve(message.reading));
      isReading = true;
      clearTimeout(timer);
      const [from, used] = [performance.now(), usedMs()];
      const lookAgain = () => {
        const leftMs = limitMs - (usedMs() - used);
        const isOver = leftMs <= 0 || performance.now() - from >= limitMs * patience;
        if (isOver) end(() => resolve(gaveUp("too-slow")));
        else timer = setTimeout(lookAgain, leftMs);
      };
      timer = setTimeout(lookAgain, limitMs);
      worker.postMessage(job);
    });
    worker.on("error", broken);
    worker.on("exit", () => broken(new Error("The plan worker ended before it was ready.")));
  });
}

/** Reads plans in a thread of their own, one after another, so that no document can hold up a release or the memory. */
export function workerPlanReader(limits: Partial<WorkerLimits> = {}): PlanReader {
  const { file = join(process.cwd(), "dist", "read-plan.worker.mjs"), limitMs = 3_000 } = limits;
  const { patience = 4, usedMs = processMs } = limits;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (job: PlanJob): Promise<PlanDraft> => {
    const reading = last.then(() => workOnce(job, { file, limitMs, patience, usedMs }));
    last = reading.catch(() => undefined);
    return reading;
  };
  return {
    read: async (source) => {
      const { plan, findings, coverage } = await inTurn({ kind: "read", source });
      return { plan, findings, coverage };
    },
    draft: (edit) => inTurn({ kind: "draft", edit }),
    readExchange: (source, form) => inTurn({ kind: "exchange", source, form }),
    exportPlan: async (wish) => {
      const { plan, source } = await inTurn({ kind: "export", wish });
      return plan === null ? null : source;
    },
  };
}
