"use client";

import "./playbook-card.css";
import { Shape } from "@/components/ui/shape";
import { playbookOwners } from "@/lib/domain/plan/playbook-matchers";
import { actorName, causeName } from "@/lib/domain/release/describe";
import { standingMatches } from "@/lib/domain/release/playbook-standing";
import { formatElapsed, formatRemaining } from "@/lib/i18n/format-duration";
import { ownerNames } from "./names";
import { useScene } from "./scene";

const STEPS = 4;

/** The playbook whose scenario has come: what for, who sees to it, its steps, and its clock against the expected recovery. */
export function PlaybookCard() {
  const scene = useScene();
  const { plan, state, now, say } = scene;
  const [first, ...others] = standingMatches(plan, state);
  if (first === undefined) return null;
  const { playbook, match } = first;
  const run = state.playbooks.findLast((one) => one.playbook === playbook.id && one.closed === null);
  const passed = now - match.releaseAt;
  const left = playbook.recoveryMin === null ? null : playbook.recoveryMin * 60_000 - passed;
  const next = playbook.steps.findIndex(({ id }) => run?.steps[id] === undefined);
  const from = Math.max(0, Math.min(next - 1, playbook.steps.length - STEPS));
  const who = run === undefined ? ownerNames(scene, playbookOwners(plan, playbook)) : actorName(run.opened.by);
  return (
    <section className="w-tile w-playbook" data-over={left !== null && left < 0}>
      <h3>
        <b>
          <Shape name="triangle" /> {playbook.name}
        </b>
        {others.length === 0 ? null : <span>{say("playbook.more", { count: others.length })}</span>}
      </h3>
      <p className="w-playbook-clock">
        <b>{formatElapsed(passed)}</b>
        <span>
          {left === null
            ? say("playbook.since")
            : left >= 0
              ? say("playbook.left", { left: formatRemaining(left), minutes: playbook.recoveryMin ?? 0 })
              : say("playbook.over", { over: formatElapsed(-left), minutes: playbook.recoveryMin ?? 0 })}
        </span>
      </p>
      <p className="w-playbook-cause">
        {say(`playbook.cause.${match.cause.kind}`, { cause: causeName(plan, match.cause) })}
        {match.gone === null ? "" : ` · ${say("playbook.gone")}`}
        {" · "}
        {say(run === undefined ? "playbook.waitsFor" : "playbook.openedBy", { who })}
      </p>
      <ol className="w-playbook-steps">
        {playbook.steps.slice(from, from + STEPS).map((step) => (
          <li
            key={step.id}
            data-done={run?.steps[step.id] !== undefined}
            data-next={playbook.steps[next]?.id === step.id}
          >
            <Shape name={run?.steps[step.id] === undefined ? "ring" : "tick"} />
            <span>{step.name}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
