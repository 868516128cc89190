import { parentPort } from "node:worker_threads";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import { draftPlan, type PlanDraft, type PlanEdit } from "@/lib/plan-text/draft-plan";
import type { ExchangeForm, ExportWish } from "@/lib/ports/plan-reader";
import { readExchange, writeExchange } from "./exchange-text";

export type PlanJob =
  | { kind: "read"; source: string }
  | { kind: "draft"; edit: PlanEdit }
  | { kind: "exchange"; source: string; form: ExchangeForm }
  | { kind: "export"; wish: ExportWish };

function work(job: PlanJob): PlanDraft {
  switch (job.kind) {
    case "read":
      return { source: job.source, ...compilePlan(job.source) };
    case "draft":
      return draftPlan(job.edit);
    case "exchange":
      return readExchange(job.source, job.form);
    case "export":
      return writeExchange(job.wish);
  }
}

// Said only once everything is loaded: the time limit is for the document, not for the start of a thread on a busy machine.
parentPort?.on("message", (job: PlanJob) => parentPort?.postMessage({ kind: "read", reading: work(job) }));
parentPort?.postMessage({ kind: "ready" });
