"use client";

import { lazy, Suspense } from "react";
import { Shape } from "@/components/ui/shape";
import { TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import { untilLoaded } from "@/components/ui/until-loaded";
import type { Stage } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { currentStage, nextStage } from "@/lib/domain/release/current";
import type { StageForecast } from "@/lib/domain/release/forecast";
import { soakRemainingMs } from "@/lib/domain/release/soak";
import { formatElapsed, formatLate, formatRemaining } from "@/lib/i18n/format-duration";
import { formatClock, formatHourMinute } from "@/lib/i18n/format-time";
import { byName, ownerNames, roleNames } from "./names";
import { NowFrame } from "./now-frame";
import { type Scene, useScene } from "./scene";
import { STEP_TONE } from "./status-tone";

// Only a plan that leaves work to runners needs it.
const StageJob = lazy(async () => ({ default: (await untilLoaded(() => import("./job-line"))).StageJob }));

const STEPS_SHOWN = 2;
/** What somebody must look at comes before what only waits. */
const URGENCY = ["failed", "unknown", "running", "pending", "done", "skipped"];

function rowOf(scene: Scene, stage: Stage): StageForecast | undefined {
  return scene.forecast.stages.find((row) => row.stage.id === stage.id);
}

/** The stage's steps, those that still need somebody first, and what comes after it. */
function Steps({ stage }: { stage: Stage }) {
  const scene = useScene();
  const { plan, state, say } = scene;
  const steps = [...(indexOf(plan).steps.get(stage.id)?.values() ?? [])];
  const statusOf = (id: (typeof steps)[number]["id"]) => state.stages[stage.id]?.steps[id]?.status ?? "pending";
  const over = steps.filter((step) => statusOf(step.id) === "done" || statusOf(step.id) === "skipped").length;
  const rank = (step: (typeof steps)[number]) => URGENCY.indexOf(statusOf(step.id));
  const shown = steps.toSorted((left, right) => rank(left) - rank(right)).slice(0, STEPS_SHOWN);
  if (steps.length === 0) return null;
  return (
    <>
      <span className="w-dim w-steps">{say("now.stepsDone", { done: over, total: steps.length })}</span>
      {shown.map((step) => {
        const status = statusOf(step.id);
        const tone = STEP_TONE[status];
        return (
          <span key={step.id} className={`w-step ${TONE_COLOUR[tone]}`}>
            <Shape name={TONE_SHAPE[tone]} />
            <span>
              {step.name} <span className="w-dim">{say(`step.${status}`)}</span>
            </span>
          </span>
        );
      })}
    </>
  );
}

function Next({ after }: { after: Stage | null }) {
  const scene = useScene();
  const next = after ?? nextStage(scene.plan, scene.state);
  if (next === null || next.durationMin === null) return null;
  const start = rowOf(scene, next)?.expectedStart;
  return (
    <span className="w-next">
      <span className="w-dim">
        {scene.say("now.next")}
        {start === null || start === undefined ? "" : ` ${formatHourMinute(start, scene.plan.timeZone)}`}
      </span>{" "}
      <b>{next.name}</b>
    </span>
  );
}

type Figure = { figure: string; late: boolean; side: (string | null)[] };

/** What the big figure counts: the soak that is left, the time that was planned, or how far over it is. */
function stageFigure(scene: Scene, stage: Stage): Figure {
  const { plan, state, now, say } = scene;
  const row = rowOf(scene, stage);
  const started = row?.actualStart ?? now;
  const until = row?.expectedEnd ?? null;
  const end =
    until === null || stage.durationMin === null
      ? null
      : say("now.until", { time: formatHourMinute(until, plan.timeZone) });
  const minutes = stage.durationMin ?? 0;
  const soak = soakRemainingMs(plan, state, stage.id, now);
  if (soak !== null) {
    const side =
      soak > 0
        ? [end, say("now.soak", { minutes }), say("now.soakPauses")]
        : [say("now.soakOver"), say("now.waitsForEnd")];
    return { figure: formatRemaining(soak), late: false, side };
  }
  if (stage.durationMin === null)
    return { figure: formatElapsed(now - started), late: false, side: [say("now.running")] };
  const left = started + minutes * 60_000 - now;
  if (left >= 0) return { figure: formatRemaining(left), late: false, side: [end, say("now.planned", { minutes })] };
  return { figure: formatLate(-left), late: true, side: [say("now.over"), say("now.planned", { minutes })] };
}

function RunningStage({ stage }: { stage: Stage }) {
  const scene = useScene();
  const { plan, state, say } = scene;
  const own = state.stages[stage.id];
  const row = rowOf(scene, stage);
  const zone = plan.timeZone;
  const interrupted = own?.status === "stopped" || own?.status === "failed";
  const mark = interrupted ? own.ended : (own?.started ?? null);
  const { figure, late, side } = stageFigure(scene, stage);
  const who = [
    roleNames(scene, stage.owners),
    mark === null
      ? null
      : say(interrupted ? `now.${own?.status}By` : "now.startedBy", {
          time: formatClock(mark.releaseAt, zone),
          who: byName(mark),
        }),
    row === undefined ? null : say("now.plannedAt", { time: formatHourMinute(row.plannedStart, zone) }),
  ].filter((part) => part !== null);
  const foot = (
    <>
      <Steps stage={stage} />
      <Next after={null} />
    </>
  );
  if (interrupted && mark !== null) {
    const elapsed = formatElapsed(scene.now - mark.releaseAt);
    const lines = [say(`now.${own?.status}`), own?.ended?.reason ?? null, say("now.retry")];
    const tone = own?.status === "failed" ? "failed" : "stopped";
    return (
      <NowFrame
        title={stage.name}
        tone={tone}
        ground={tone === "failed" ? "critical" : "serious"}
        who={who.join(" · ")}
        figure={elapsed}
        figureTone={tone}
        side={lines}
        foot={foot}
      />
    );
  }
  return (
    <NowFrame
      title={stage.name}
      who={who.join(" · ")}
      figure={figure}
      {...(late ? { figureTone: "warning" as const } : {})}
      side={side}
      work={
        plan.bindings.length === 0 ? null : (
          <Suspense fallback={null}>
            <StageJob stage={stage.id} />
          </Suspense>
        )
      }
      foot={foot}
    />
  );
}

/** Nothing runs: who has to begin the next stage, and how that stands to the plan. */
function BetweenStages({ stage }: { stage: Stage }) {
  const scene = useScene();
  const { plan, now, say } = scene;
  const planned = rowOf(scene, stage)?.plannedStart ?? now;
  const late = now > planned;
  return (
    <NowFrame
      title={say("now.nextUp", { stage: stage.name })}
      who={say("now.waitsFor", { who: ownerNames(scene, stage.owners) })}
      figure={late ? formatLate(now - planned) : formatRemaining(planned - now)}
      {...(late ? { figureTone: "warning" as const } : {})}
      side={[
        say("now.plannedAt", { time: formatHourMinute(planned, plan.timeZone) }),
        late ? say("now.lateToStart") : say("now.toPlannedStart"),
      ]}
      foot={<Steps stage={stage} />}
    />
  );
}

function AllStagesOver() {
  const { now, forecast, say } = useScene();
  const last = Math.max(...forecast.stages.map((row) => row.actualEnd ?? 0));
  return (
    <NowFrame
      title={say("now.allOver")}
      who={say("now.completionWaits")}
      figure={formatElapsed(now - last)}
      side={[say("now.sinceLastStage")]}
    />
  );
}

/** The stage that runs, was interrupted, or has to begin. */
export function NowStage() {
  const { plan, state } = useScene();
  const current = currentStage(plan, state);
  if (current !== null) return <RunningStage stage={current} />;
  const next = nextStage(plan, state);
  return next === null || next.durationMin === null ? <AllStagesOver /> : <BetweenStages stage={next} />;
}
