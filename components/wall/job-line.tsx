"use client";

import "./job-line.css";
import { jobLook, LOOK_TONE } from "@/components/ui/runner/job-look";
import { StateMark } from "@/components/ui/state-mark";
import type { StageId } from "@/lib/domain/plan/ids";
import { nameOf } from "@/lib/domain/release/describe";
import { type JobId, type JobState, jobsOf } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import { formatElapsed } from "@/lib/i18n/format-duration";
import { useOutputNews } from "@/lib/queries/release/use-output-news";
import { useScene } from "./scene";

/** What the room has to know first: a run whose end nobody saw, then one that runs, then one that nobody takes. */
const URGENCY = ["lost", "stopping", "running", "waiting"] as const;

type Shown = { id: JobId; job: JobState };

function jobOfStage(state: ReleaseState, stage: StageId): Shown | null {
  const own = jobsOf(state).filter(({ job }) => "stage" in job.purpose && job.purpose.stage === stage);
  const isOpen = ({ purpose, ended }: JobState) =>
    ended === null || (purpose.kind === "step" && state.stages[stage]?.steps[purpose.step]?.status === "unknown");
  const found = URGENCY.map((look) => own.findLast(({ job }) => isOpen(job) && jobLook(state, job) === look));
  return found.find((one) => one !== undefined) ?? null;
}

/** What a runner is at in this stage, with the last line that it wrote. */
export function StageJob({ stage }: { stage: StageId }) {
  const { state } = useScene();
  const shown = jobOfStage(state, stage);
  return shown === null ? null : <JobOnWall {...shown} />;
}

function JobOnWall({ id, job }: Shown) {
  const { plan, state, realNow, say } = useScene();
  const line = useOutputNews(id)?.line ?? "";
  const look = jobLook(state, job);
  const since = (job.taken ?? job.requested).at;
  // What runs is named below, among the steps: its last line needs the room.
  const subject = "step" in job.purpose && look !== "running" ? nameOf(plan, job.purpose.step) : null;
  return (
    <div className="w-job">
      <StateMark tone={LOOK_TONE[look]}>
        {say(`job.${look}`, { runner: job.taken?.runner ?? "", time: formatElapsed(Math.max(0, realNow - since)) })}
      </StateMark>
      {subject === null ? null : <span className="w-dim">{subject}</span>}
      {line === "" || look === "lost" ? null : <code>{line}</code>}
    </div>
  );
}
