import type { EventDraft } from "./events";
import type { JobEnd, JobId, JobState } from "./job";
import { requestNextRollbackStep, trafficStepDone } from "./job-requests";
import { consequence, fact, type Situation } from "./rule";

/** `reason`: the end as it is written beside what the job was for. */
type Ended = { job: JobId; own: JobState; end: JobEnd; reason: string; counted: boolean };
type For<Kind extends JobState["purpose"]["kind"]> = Extract<JobState["purpose"], { kind: Kind }>;

/** What a step's job leaves: its output where it can be found, and the step's end while its stage still waits for it. */
function afterStep(situation: Situation, { stage, step }: For<"step">, ended: Ended): EventDraft[] {
  const { job, reason, counted } = ended;
  const { bytes, capped, outcome } = ended.end;
  const output = consequence({ type: "step.output", payload: { stage, step, job, bytes, capped } });
  const left = bytes > 0 ? [output] : [];
  const isRunning = situation.state.stages[stage]?.steps[step]?.status === "running";
  if (!counted || !isRunning) return left;
  if (outcome !== "succeeded") {
    return [...left, fact(situation, { type: "step.failed", payload: { stage, step, reason } })];
  }
  const evidence = reason === "" ? null : { text: reason };
  return [...left, fact(situation, { type: "step.completed", payload: { stage, step, evidence } })];
}

/** A share that the driver has set, while it is still the one to be set; the rest of the procedure once the traffic is back. */
function afterTraffic(situation: Situation, { share }: For<"traffic">, { own, end, counted }: Ended): EventDraft[] {
  if (!counted || end.outcome !== "succeeded" || end.byHand === true) return [];
  const { wanted: from } = situation.state.traffic;
  if (own.lane === "ordinary") {
    return share === from ? [] : [fact(situation, { type: "traffic.set", payload: { share, from } })];
  }
  const step = trafficStepDone(situation);
  if (step === null) return requestNextRollbackStep(situation, null);
  const done = fact(situation, {
    type: "rollback.step_done",
    payload: { step: step.id, outcome: "done", reason: null },
  });
  return [done, ...requestNextRollbackStep(situation, step.id)];
}

function afterRollbackStep(situation: Situation, { step }: For<"rollback_step">, ended: Ended): EventDraft[] {
  if (!ended.counted) return [];
  if (situation.state.rollback.steps[step]?.outcome === "done") return [];
  const outcome = ended.end.outcome === "succeeded" ? ("done" as const) : ("failed" as const);
  const reason = outcome === "done" ? null : ended.reason;
  const done = fact(situation, { type: "rollback.step_done", payload: { step, outcome, reason } });
  return outcome === "done" ? [done, ...requestNextRollbackStep(situation, step)] : [done];
}

/** From the request to the end, as whoever waits for a rollback would wait; a rehearsal's clock runs at its speed. */
function afterDrill({ state, now }: Situation, { job, own, end, counted }: Ended): EventDraft[] {
  if (!counted || end.outcome !== "succeeded") return [];
  const speed = state.clock.mode === "live" ? 1 : state.clock.speed;
  const tookMs = Math.max(0, now - own.requested.at) * speed;
  return [consequence({ type: "rollback.drilled", payload: { tookMs, job } })];
}

/** What follows from the end of a job. Of one that ended too late nothing does: its end is on record and no more. */
export function afterJob(situation: Situation, ended: Ended): EventDraft[] {
  const { purpose } = ended.own;
  switch (purpose.kind) {
    case "step":
      return afterStep(situation, purpose, ended);
    case "traffic":
      return afterTraffic(situation, purpose, ended);
    case "rollback_step":
      return afterRollbackStep(situation, purpose, ended);
    case "drill":
      return afterDrill(situation, ended);
  }
}
