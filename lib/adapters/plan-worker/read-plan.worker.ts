import { parentPort } from "node:worker_threads";
import { compilePlan } from "@/lib/plan-text/compile-plan";

// Said only once everything is loaded: the time limit is for the document, not for the start of a thread on a busy machine.
parentPort?.on("message", (source: string) => parentPort?.postMessage({ kind: "read", reading: compilePlan(source) }));
parentPort?.postMessage({ kind: "ready" });
