import { clsx } from "clsx";
import type { StageStatus, StepStatus } from "@/lib/domain/release/state";
import { Shape } from "../shape";
import { type StateTone, TONE_COLOUR, TONE_SHAPE } from "../state-mark";

const TONES: Record<StageStatus | StepStatus, StateTone> = {
  pending: "waiting",
  running: "active",
  completed: "done",
  done: "done",
  stopped: "stopped",
  failed: "failed",
  skipped: "skipped",
  reverted: "reverting",
  unknown: "unknown",
};

/** A state's shape in its colour; the word stands beside it. */
export function ToneShape({ tone }: { tone: StateTone }) {
  return (
    <span className={clsx("inline-flex w-3.5 shrink-0 justify-center", TONE_COLOUR[tone])}>
      <Shape name={TONE_SHAPE[tone]} />
    </span>
  );
}

/** The mark in front of a stage or a step. */
export function StageShape({ status }: { status: StageStatus | StepStatus }) {
  return <ToneShape tone={TONES[status]} />;
}
