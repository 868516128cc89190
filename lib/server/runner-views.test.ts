import { expect, it } from "vitest";
import type { WorkUnderWay } from "@/lib/contracts/runners";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { runnerView } from "./runner-views";

const record: RunnerRecord = {
  id: "r1",
  name: "green-host",
  mode: "live",
  environment: "production",
  labels: ["scm"],
  hello: null,
  createdAt: 0,
  lastSeenAt: null,
};
const work = (runner: string, mode: "live" | "rehearsal"): WorkUnderWay => ({
  ...{ runner, mode, releaseId: "one", version: "v1", job: "job:1", purpose: "traffic", subject: null },
});

it("is never heard of before its first word, here while it asks for work, and silent when it no longer does", () => {
  const heardAt = (lastSeenAt: number | null) =>
    runnerView({ ...record, lastSeenAt }, { all: [], work: [], now: 100_000 }).heard;
  expect([heardAt(null), heardAt(95_000), heardAt(80_000), heardAt(79_999)]).toEqual([
    "never",
    "here",
    "here",
    "silent",
  ]);
});

it("is at what it runs itself, and not at what its namesake for rehearsals runs", () => {
  const works = [work("green-host", "live"), work("green-host", "rehearsal"), work("blue-host", "live")];
  expect(runnerView(record, { all: [record], work: works, now: 0 }).work).toEqual([works[0]]);
});
