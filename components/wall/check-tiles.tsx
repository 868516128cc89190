"use client";

import { StateMark } from "@/components/ui/state-mark";
import { type CheckRow, checkRows, unmeasuredChecks, VERDICT_TONE } from "@/components/ui/watch/check-rows";
import { standingMatches } from "@/lib/domain/release/playbook-standing";
import type { CheckVerdict } from "@/lib/domain/release/state";
import { CheckTile } from "./check-tile";
import { type Scene, useScene } from "./scene";

const ROOM = 4;
const VERDICTS: readonly CheckVerdict[] = ["failed", "errored", "no_data", "inconclusive", "passed"];

/** A playbook whose scenario has come takes the room of two checks. */
function roomIn({ plan, state }: Scene): number {
  return standingMatches(plan, state).length === 0 ? ROOM : ROOM - 2;
}

/** The checks that need a look first; those without room are counted by the one after them. */
export function CheckTiles() {
  const scene = useScene();
  const { plan, state, round } = scene;
  return checkRows(plan, state, round)
    .slice(0, roomIn(scene))
    .map((row) => <CheckTile key={row.check.id} row={row} />);
}

/** What the tiles have no room for: counted by verdict, so that nothing is left out unsaid. */
export function OtherChecks() {
  const scene = useScene();
  const { plan, state, round, say } = scene;
  const rest: CheckRow[] = checkRows(plan, state, round).slice(roomIn(scene));
  const unmeasured = unmeasuredChecks(plan).length;
  if (rest.length + unmeasured === 0) return null;
  const counted = VERDICTS.map((verdict) => ({ verdict, count: rest.filter((row) => row.verdict === verdict).length }));
  const waiting = rest.filter((row) => row.verdict === null).length;
  return (
    <li className="w-others">
      <span className="w-dim">{say("watch.others")}</span>
      {counted
        .filter(({ count }) => count > 0)
        .map(({ verdict, count }) => (
          <StateMark key={verdict} tone={VERDICT_TONE[verdict]}>
            {say(`verdict.${verdict}`)} {count}
          </StateMark>
        ))}
      {waiting === 0 ? null : <StateMark tone="waiting">{say("watch.waitingMany", { count: waiting })}</StateMark>}
      {unmeasured === 0 ? null : <StateMark tone="unknown">{say("watch.unmeasured", { count: unmeasured })}</StateMark>}
    </li>
  );
}
