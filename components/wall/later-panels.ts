"use client";

import { type ComponentType, lazy } from "react";
import { untilLoaded } from "@/components/ui/until-loaded";

/** Without the code the place stays empty until the server is back; the rest of the wall goes on. */
function later(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await untilLoaded(load) }));
}

const panels = () => import("./after-panels");
const after = () => import("./now-after");
const stopped = () => import("./now-stopped");
const preparing = () => import("./now-preparing");
const reaction = () => import("./reaction-line");
const driver = () => import("./driver-lines");
const playbook = () => import("./playbook-card");
const tiles = () => import("./preparing-tiles");

// What stands on the wall before and after the night, in a hold or a rollback, or after a fault: fetched behind the first picture, so that it is there when it is needed.
export const ChecklistPanel = later(async () => (await panels()).ChecklistPanel);
export const CriteriaPanel = later(async () => (await panels()).CriteriaPanel);
export const FollowupPanel = later(async () => (await panels()).FollowupPanel);
export const ProcedurePanel = later(async () => (await panels()).ProcedurePanel);
export const SummaryPanel = later(async () => (await panels()).SummaryPanel);
export const NowHeld = later(async () => (await stopped()).NowHeld);
export const NowRollingBack = later(async () => (await stopped()).NowRollingBack);
export const NowRolledBack = later(async () => (await stopped()).NowRolledBack);
export const NowObserving = later(async () => (await after()).NowObserving);
export const NowOver = later(async () => (await after()).NowOver);
export const NowPreparing = later(async () => (await preparing()).NowPreparing);
export const ReactionLine = later(async () => (await reaction()).ReactionLine);
export const PreparingTiles = later(async () => (await tiles()).PreparingTiles);

export const CountLine = later(async () => (await driver()).CountLine);
export const PlaybookCard = later(async () => (await playbook()).PlaybookCard);

/** Called once the wall stands. */
export function loadLaterPanels(): void {
  for (const load of [stopped, panels, after, preparing, reaction, tiles, driver, playbook])
    void untilLoaded<unknown>(load);
}
