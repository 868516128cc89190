import { z } from "zod";
import {
  JobFinish,
  JobFinished,
  JobOutput,
  JobOutputTaken,
  JobRenew,
  JobRenewed,
  JobsTake,
  JobsTaken,
  RunnerHello,
  RunnerWelcome,
  TrafficCounts,
  TrafficCountsTaken,
} from "@/lib/contracts/runner";
import { OutputQuery, RunnerWish } from "@/lib/contracts/runners";
import { input, output, type Route, rows } from "./api-route";

function told(path: string, summary: string, body: z.ZodType, answer: z.ZodType): Route {
  return {
    method: "post",
    path: `/runner${path}`,
    summary,
    body: { schema: input(body) },
    answer: { status: 200, schema: output(answer) },
  };
}

/** Routes for runners, with a runner's token, and about them. */
export const RUNNER_ROUTES: readonly Route[] = [
  told("/hello", "A runner says who it is and what it can do", RunnerHello, RunnerWelcome),
  told("/jobs/take", "Wait for work", JobsTake, JobsTaken),
  told("/jobs/{id}/renew", "Ask whether a job may begin or go on", JobRenew, JobRenewed),
  told("/jobs/{id}/output", "Deliver a piece of a job's output", JobOutput, JobOutputTaken),
  told("/traffic", "Tell what the proxies of a host have counted", TrafficCounts, TrafficCountsTaken),
  told("/jobs/{id}/finish", "Say how a job ended", JobFinish, JobFinished),
  {
    method: "get",
    path: "/runners",
    summary: "Runners, what they can do and when they were last seen",
    answer: { status: 200, schema: rows("runners", z.looseObject({ id: z.string(), name: z.string() })) },
  },
  {
    method: "post",
    path: "/runners",
    summary: "Let a runner in: its token is shown once",
    body: { schema: input(RunnerWish) },
    answer: { status: 201, schema: output(z.object({ runnerId: z.string(), token: z.string() })) },
  },
  { method: "delete", path: "/runners/{id}", summary: "Withdraw a runner's token", answer: { status: 204 } },
  {
    method: "get",
    path: "/releases/{id}/jobs/{job}/output",
    summary: "A range of a job's output, `x-output-size` says how many bytes there are; or all of it as a file",
    query: OutputQuery,
    answer: { status: 200, type: "text/plain" },
  },
];
