"use client";

import { type ComponentType, lazy } from "react";

const AGAIN_MS = 2_000;
const load = () => import("./after-panels");

/** Without the code the place stays empty until the server is back; the rest of the wall goes on. */
async function untilLoaded(): Promise<Awaited<ReturnType<typeof load>>> {
  for (;;) {
    const loaded = await load().catch(() => null);
    if (loaded !== null) return loaded;
    await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
}

type Panels = Awaited<ReturnType<typeof load>>;

function later(name: keyof Panels): ComponentType {
  return lazy(async () => ({ default: (await untilLoaded())[name] }));
}

/** What stands in the middle before and after the night: fetched behind the first picture, so that it is there when it is needed. */
export const ChecklistPanel = later("ChecklistPanel");
export const CriteriaPanel = later("CriteriaPanel");
export const FollowupPanel = later("FollowupPanel");
export const ProcedurePanel = later("ProcedurePanel");
export const SummaryPanel = later("SummaryPanel");

/** Called once the wall stands. */
export function loadLaterPanels(): void {
  void untilLoaded();
}
