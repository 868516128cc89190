import type { RunnerView, WorkUnderWay } from "@/lib/contracts/runners";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { services } from "./composition";
import { runners } from "./runner-composition";
import { trafficElsewhere } from "./traffic-elsewhere";

/** A runner asks for work every few seconds; who has not for so long is not there. */
const SILENT_AFTER_MS = 20_000;

type Seen = { all: readonly RunnerRecord[]; work: WorkUnderWay[]; now: number };

/** A runner with what it is at: a name may be good for rehearsals in one place and for live releases in another. */
export function runnerView(runner: RunnerRecord, { all, work, now }: Seen): RunnerView {
  const { id, name, mode, environment, labels, lastSeenAt, hello } = runner;
  const heard = lastSeenAt === null ? "never" : now - lastSeenAt > SILENT_AFTER_MS ? "silent" : "here";
  return {
    ...{ id, name, mode, environment, labels, heard, lastSeenAt },
    host: hello?.host ?? null,
    actions: hello?.actions.map((action) => action.name) ?? [],
    planScripts: hello?.planScripts ?? false,
    trafficElsewhere: trafficElsewhere(runner, all),
    work: work.filter((one) => one.runner === name && one.mode === mode),
  };
}

/** Every runner that is let in, for the page about them. */
export async function listRunnerViews(): Promise<RunnerView[]> {
  const [all, work, now] = await Promise.all([runners().listRunners(), runners().listWork(), services().now()]);
  return all.map((runner) => runnerView(runner, { all, work, now }));
}
