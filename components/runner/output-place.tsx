"use client";

import { useSearchParams } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { JobId } from "@/lib/domain/release/job";

type OutputPlace = { job: JobId | null; open: (job: JobId) => void; close: () => void };

const PARAMETER = "output";
const Place = createContext<OutputPlace>({ job: null, open: () => {}, close: () => {} });

function jobIn(text: string | null): JobId | null {
  return text !== null && /^\d{1,6}$/u.test(text) ? `job:${Number(text)}` : null;
}

/** What leads to the output of a job in the console, from wherever it is told. */
export function outputLink(releaseId: string, job: JobId): string {
  return `/releases/${releaseId}?${PARAMETER}=${job.slice("job:".length)}`;
}

/** Whose output is open on this page; it stands in the address, so that it can be handed on. */
export function OutputPlaces({ children }: { children: ReactNode }) {
  const params = useSearchParams();
  const [job, setJob] = useState(() => jobIn(params.get(PARAMETER)));
  const place = useMemo<OutputPlace>(() => {
    const go = (next: JobId | null) => {
      setJob(next);
      const address = new URLSearchParams(window.location.search);
      if (next === null) address.delete(PARAMETER);
      else address.set(PARAMETER, next.slice("job:".length));
      window.history.replaceState(null, "", `?${address.toString()}`);
    };
    return { job, open: go, close: () => go(null) };
  }, [job]);
  return <Place value={place}>{children}</Place>;
}

export function useOutputPlace(): OutputPlace {
  return useContext(Place);
}
