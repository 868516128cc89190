"use client";

import { useSyncExternalStore } from "react";
import type { OutputNews } from "@/lib/contracts/job-output";
import type { JobId } from "@/lib/domain/release/job";
import { useLiveParts } from "./live-context";

/** How far a job has written and its last line, as told last; null where nothing was told of it. */
export function useOutputNews(job: JobId): OutputNews | null {
  const { stores } = useLiveParts();
  const { outputs, firstOutputs } = stores;
  const news = useSyncExternalStore(outputs.subscribe, outputs.get, () => firstOutputs);
  return news[job] ?? null;
}
