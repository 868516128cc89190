"use client";

import { currentStage } from "@/lib/domain/release/current";
import type { Phrase } from "@/lib/domain/release/phrase";
import { formatElapsed, formatRemaining } from "@/lib/i18n/format-duration";
import { formatClock } from "@/lib/i18n/format-time";
import { BackLine } from "./driver-lines";
import { byName, ownerNames } from "./names";
import { NowFrame } from "./now-frame";
import { type Scene, sayPhrase, useScene } from "./scene";

/** Why it stopped: in the reader's words where the judge said so, else as its author wrote it. */
function reasonOf({ say }: Scene, { reason, says }: { reason: string | null; says?: Phrase }): string {
  return says === undefined ? (reason ?? say("now.noReason")) : sayPhrase(say, says);
}

/** On hold: since when, by whom, why, and who can let it go on. */
export function NowHeld() {
  const scene = useScene();
  const { plan, state, now, say } = scene;
  const { hold } = state;
  if (hold === null) return null;
  const stage = currentStage(plan, state);
  return (
    <NowFrame
      title={say("now.held")}
      tone="held"
      ground="serious"
      who={say("now.heldBy", { time: formatClock(hold.releaseAt, plan.timeZone), who: byName(hold) })}
      figure={formatElapsed(now - hold.releaseAt)}
      figureTone="held"
      side={[reasonOf(scene, hold), say("now.nothingAdvances"), say("now.soakPauses")]}
      foot={
        <>
          {stage === null ? null : <span className="w-step w-dim">{say("now.heldIn", { stage: stage.name })}</span>}
          <span className="w-next">
            <span className="w-dim">{say("now.resumedBy")}</span> <b>{ownerNames(scene, [plan.manager])}</b>
          </span>
        </>
      }
    />
  );
}

/** The rollback runs: its clock against the target. */
export function NowRollingBack() {
  const scene = useScene();
  const { plan, state, now, say } = scene;
  const { started } = state.rollback;
  if (started === null) return null;
  const passed = now - started.releaseAt;
  const target = plan.rollback?.targetMin ?? null;
  const left = target === null ? null : target * 60_000 - passed;
  return (
    <NowFrame
      title={say("now.rollingBack")}
      tone="reverting"
      ground="critical"
      who={say("now.rollbackBy", { time: formatClock(started.releaseAt, plan.timeZone), who: byName(started) })}
      figure={formatElapsed(passed)}
      figureTone={left !== null && left < 0 ? "no-go" : "reverting"}
      side={[
        target === null ? say("now.noTarget") : say("now.target", { minutes: target }),
        left === null
          ? null
          : left >= 0
            ? say("now.targetLeft", { left: formatRemaining(left) })
            : say("now.targetMissed", { over: formatElapsed(-left) }),
        <BackLine key="back" />,
        say("now.fromShare", { share: started.fromShare }),
      ]}
      foot={<span className="w-step w-dim">{reasonOf(scene, started)}</span>}
    />
  );
}

/** Rolled back: how long it took, and against which target. */
export function NowRolledBack() {
  const scene = useScene();
  const { plan, state, say } = scene;
  const { started, completed } = state.rollback;
  if (started === null || completed === null) return null;
  const took = completed.releaseAt - started.releaseAt;
  const target = plan.rollback?.targetMin ?? null;
  const met = target === null || took <= target * 60_000;
  return (
    <NowFrame
      title={say("now.rolledBack")}
      tone="reverting"
      who={say("now.rolledBackBy", { time: formatClock(completed.releaseAt, plan.timeZone), who: byName(completed) })}
      figure={formatElapsed(took)}
      side={[
        say("now.rollbackTook"),
        target === null
          ? say("now.noTarget")
          : met
            ? say("now.targetMet", { minutes: target })
            : say("now.targetBroken", { minutes: target }),
        completed.failures === null ? null : say("now.failures", { reason: completed.failures }),
      ]}
      foot={<span className="w-step w-dim">{reasonOf(scene, started)}</span>}
    />
  );
}
