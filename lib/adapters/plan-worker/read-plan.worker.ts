import { parentPort } from "node:worker_threads";
import { readPlan } from "@/lib/plan-text/read-plan";

// Said only once everything is loaded: the time limit is for the document, not for the start of a thread on a busy machine.
parentPort?.on("message", (source: string) => parentPort?.postMessage({ kind: "read", reading: readPlan(source) }));
parentPort?.postMessage({ kind: "ready" });
