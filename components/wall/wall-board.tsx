"use client";

import "./wall.css";
import { Suspense, useEffect } from "react";
import { standingMatches } from "@/lib/domain/release/playbook-standing";
import { CallBar } from "./call-bar";
import { CheckTiles } from "./check-tiles";
import { GatePanel } from "./gate-panel";
import {
  ChecklistPanel,
  CriteriaPanel,
  FollowupPanel,
  loadLaterPanels,
  NowHeld,
  NowObserving,
  NowOver,
  NowPreparing,
  NowRolledBack,
  NowRollingBack,
  PlaybookCard,
  PreparingTiles,
  ProcedurePanel,
  SummaryPanel,
} from "./later-panels";
import { LinkBar } from "./link-bar";
import { NowStage } from "./now-stage";
import { Ribbon } from "./ribbon";
import { type Scene, SceneContext } from "./scene";
import { StandTile } from "./stand-tile";
import { WallFooter } from "./wall-footer";
import { WallHeader } from "./wall-header";

const AGED_MS = 60_000;

function Middle({ status }: { status: Scene["state"]["status"] }) {
  switch (status) {
    case "preparing":
      return [<NowPreparing key="now" />, <ChecklistPanel key="other" />];
    case "running":
      return [<NowStage key="now" />, <GatePanel key="other" />];
    case "held":
      return [<NowHeld key="now" />, <GatePanel key="other" />];
    case "rolling_back":
      return [<NowRollingBack key="now" />, <ProcedurePanel key="other" />];
    case "rolled_back":
      return [<NowRolledBack key="now" />, <FollowupPanel key="other" />];
    case "observing":
      return [<NowObserving key="now" />, <CriteriaPanel key="other" />];
    case "closed":
    case "cancelled":
      return [<NowOver key="now" />, <SummaryPanel key="other" />];
  }
}

function freshness({ link }: Scene): "fresh" | "lost" | "aged" {
  if (link.heardMs !== null && link.heardMs > AGED_MS) return "aged";
  return link.status === "lost" ? "lost" : "fresh";
}

/** Before the night the checklist stands below; from the start on what is measured, where the plan says how. */
function Tiles({ scene: { plan, state } }: { scene: Scene }) {
  const isCalled = standingMatches(plan, state).length > 0;
  if (isCalled || (state.status !== "preparing" && plan.checks.some(({ measure }) => measure !== null))) {
    return (
      <div className="w-tiles w-measured">
        {isCalled ? (
          <Suspense fallback={<section className="w-tile" />}>
            <PlaybookCard />
          </Suspense>
        ) : null}
        <CheckTiles />
        <StandTile />
      </div>
    );
  }
  return (
    <Suspense fallback={<div className="w-tiles" />}>
      <PreparingTiles />
    </Suspense>
  );
}

type WallBoardProps = { scene: Scene; theme: string; kiosk: boolean };

/** The whole wall for one moment. Everything follows from the scene, so any moment of the night can be drawn. */
export function WallBoard({ scene, theme, kiosk }: WallBoardProps) {
  const { state, plan, say } = scene;
  useEffect(loadLaterPanels, []);
  return (
    <SceneContext value={scene}>
      <main
        className="wall"
        lang={scene.locale}
        data-theme={theme}
        data-mode={state.clock.mode}
        data-status={state.status}
        data-link={freshness(scene)}
        data-calls={state.blind !== null || Object.keys(state.calls).length > 0}
        data-kiosk={kiosk}
        aria-label={say("label", { version: plan.info.version })}
      >
        <div className="w-shift">
          <WallHeader />
          <CallBar />
          <Ribbon />
          <div className="w-mid">
            <Suspense>
              <Middle status={state.status} />
            </Suspense>
          </div>
          <Tiles scene={scene} />
          <WallFooter />
        </div>
        <LinkBar />
        <p className="sr-only" role="alert">
          {state.status === "rolling_back" ? say("now.rollingBack") : ""}
        </p>
      </main>
    </SceneContext>
  );
}
