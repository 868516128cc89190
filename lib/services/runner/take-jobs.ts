import type { JobsTake, JobsTaken, RunnerHello, RunnerJob } from "@/lib/contracts/runner";
import type { Plan } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { nameOf } from "@/lib/domain/release/describe";
import { bindingFor, type JobId, type JobPurpose, type JobState, jobStanding, jobsOf } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import { TERMINAL_RELEASE } from "@/lib/domain/release/transitions";
import type { ReleaseHead } from "@/lib/ports/release-store";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { readWireJob, wireJob } from "./job-ref";
import { LEASE_MS } from "./lease";
import { reaches } from "./own-job";
import type { RunnerPorts } from "./runner-ports";
import { standingOf } from "./standing-of";
import { workOf } from "./work-of";

/** `idle`: releases that had no work to begin, at this number of their log. */
type TakePorts = Pick<RunnerPorts, "releases" | "findRelease" | "findApprovals" | "hasher"> & {
  runners: Pick<RunnerPorts["runners"], "offer">;
  idle: Map<string, number>;
};

type Open = { releaseId: string; planVersionId: string; plan: Plan; state: ReleaseState };
type Waiting = Open & { id: JobId; job: JobState };

/**
 * The releases that have work to begin. Every commit of any release asks anew, and most have none: those are known by their number in the
 * log, and not read again before it changes. A rollback is not to wait for what nobody has closed since last week.
 */
async function busyReleases({ releases, findRelease, idle }: TakePorts, runner: RunnerRecord): Promise<Open[]> {
  const heads = await releases.listHeads();
  const [over, live] = [heads.filter(isOver), heads.filter((head) => !isOver(head))];
  for (const { releaseId } of over) idle.delete(releaseId);
  const changed = live.filter(({ releaseId, seq }) => idle.get(releaseId) !== seq);
  const found = (await Promise.all(changed.map(({ releaseId }) => findRelease(releaseId)))).filter(
    (one) => one !== null,
  );
  for (const one of found) if (waitingIn(one).length === 0) idle.set(one.releaseId, one.state.seq);
  return found.filter(({ state }) => state.clock.mode === runner.mode);
}

const isOver = ({ status }: ReleaseHead) => TERMINAL_RELEASE.has(status);

/** What may begin, the newest epoch of a release first: whatever waits below it is older news. */
function waitingIn(open: Open): Waiting[] {
  const jobs = jobsOf(open.state).filter(
    ({ job }) => job.status === "requested" && jobStanding(open.state, job) === "go_on",
  );
  return jobs.toSorted((a, b) => b.job.epoch - a.job.epoch).map((one) => ({ ...open, ...one }));
}

function subjectOf(purpose: JobPurpose): string | null {
  return "step" in purpose ? purpose.step : null;
}

function titleOf(plan: Plan, purpose: JobPurpose): string {
  if (purpose.kind === "traffic") return `${plan.info.version} → ${purpose.share} %`;
  return "step" in purpose ? nameOf(plan, purpose.step).slice(0, 300) : plan.title.slice(0, 300);
}

async function writeOut(ports: TakePorts, hello: RunnerHello, waiting: Waiting): Promise<RunnerJob | null> {
  const { plan, state, job, id, releaseId, planVersionId } = waiting;
  // Asked for only where it counts: a rollback waits for this.
  const isScript = bindingFor(indexOf(plan), job.purpose)?.work.kind === "script";
  const approved = isScript ? await ports.findApprovals(planVersionId) : { hash: "", approvals: [] };
  const offering = { plan, state, purpose: job.purpose, requestedAt: job.requested.at };
  const found = workOf(offering, hello, { ...approved, hasher: ports.hasher });
  if (found === null) return null;
  return {
    id: wireJob({ releaseId, job: id }),
    releaseId,
    seq: state.seq,
    epoch: job.epoch,
    lane: job.lane,
    purpose: job.purpose.kind,
    subject: subjectOf(job.purpose),
    title: titleOf(plan, job.purpose),
    labels: found.labels,
    work: found.work,
    leaseMs: LEASE_MS,
    limitMs: null,
  };
}

type Asking = { runner: RunnerRecord; ask: JobsTake };

async function offerTo(ports: TakePorts, { runner, ask }: Asking, open: Open[]): Promise<RunnerJob[]> {
  const { hello } = runner;
  if (hello === null) return [];
  const free = { ...ask.free };
  const offered: RunnerJob[] = [];
  for (const waiting of open.flatMap(waitingIn)) {
    const { lane } = waiting.job;
    if (free[lane] === 0) continue;
    const job = await writeOut(ports, hello, waiting);
    if (job === null || !reaches(runner, waiting, waiting.job.purpose)) continue;
    const ref = { releaseId: waiting.releaseId, job: waiting.id };
    const who = { runnerId: runner.id, instance: ask.instance, takeKey: ask.key, leaseMs: LEASE_MS };
    if (!(await ports.runners.offer({ ...ref, ...who }))) continue;
    free[lane] -= 1;
    offered.push(job);
  }
  return offered;
}

/** What would now be said otherwise of what the runner holds. */
async function newStandings(ports: TakePorts, { runner, ask }: Asking): Promise<JobsTaken["standings"]> {
  const told = await Promise.all(
    ask.holding.map(async ({ id, standing }) => {
      const ref = readWireJob(id);
      const release = ref === null ? null : await ports.findRelease(ref.releaseId);
      const now = ref === null ? "fenced" : standingOf(release?.state ?? null, ref.job, runner);
      return now === standing ? [] : [{ id, standing: now, epoch: release?.state.epoch ?? 0 }];
    }),
  );
  return told.flat();
}

/** Work for a runner, and what has changed for the work that it holds; both empty when there is nothing to say now. */
export async function takeJobs(ports: TakePorts, asking: Asking): Promise<JobsTaken> {
  const standings = await newStandings(ports, asking);
  const jobs = await offerTo(ports, asking, await busyReleases(ports, asking.runner));
  return { jobs, standings };
}
