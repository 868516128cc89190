"use client";

import { Suspense } from "react";
import { StateMark } from "@/components/ui/state-mark";
import { isSimulated } from "@/components/ui/watch/age";
import { OtherChecks } from "./check-tiles";
import { CountLine, ReactionLine } from "./later-panels";
import { useScene } from "./scene";
import { LogLines, RollbackLines } from "./tiles";

/** Beside the measurements: which alerts fire, how ready the way back is, what was written last. */
export function StandTile() {
  const { round, say } = useScene();
  return (
    <section className="w-tile w-stand">
      <h3>
        {say("watch.stand")}
        {isSimulated(round) ? <b className="w-simulated">{say("watch.simulated")}</b> : null}
      </h3>
      <ul className="w-lines">
        <Suspense>
          <ReactionLine />
        </Suspense>
        <AlertLine />
        <OtherChecks />
        <Suspense>
          <CountLine />
        </Suspense>
        <RollbackLines />
      </ul>
      <LogLines count={4} />
    </section>
  );
}

/** How many alerts fire and which; a silenced one is said as silenced, not left out. */
function AlertLine() {
  const { state, round, say } = useScene();
  const alerts = Object.values(state.alerts);
  const firing = alerts.filter(({ status }) => status === "firing");
  const silenced = alerts.length - firing.length;
  const names = firing.map(({ name }) => name).join(say("list"));
  const isAsked = round?.sources.some(({ seen }) => seen) ?? false;
  return (
    <li>
      {firing.length > 0 ? (
        <StateMark tone="no-go">{say("alerts.firing", { count: firing.length, names })}</StateMark>
      ) : isAsked ? (
        <StateMark tone="go">{say("alerts.none")}</StateMark>
      ) : (
        <StateMark tone="unknown">{say("alerts.unseen")}</StateMark>
      )}
      {silenced === 0 ? null : <span className="w-dim"> {say("alerts.silenced", { count: silenced })}</span>}
    </li>
  );
}
