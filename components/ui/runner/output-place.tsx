"use client";

import { useSearchParams } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { JobId } from "@/lib/domain/release/job";
import { OUTPUT_PARAMETER } from "./output-link";

type OutputPlace = { job: JobId | null; open: (job: JobId) => void; close: () => void };

const Place = createContext<OutputPlace>({ job: null, open: () => {}, close: () => {} });

function jobIn(text: string | null): JobId | null {
  return text !== null && /^\d{1,6}$/u.test(text) ? `job:${Number(text)}` : null;
}

/** Whose output is open on this page; it stands in the address, so that it can be handed on. */
export function OutputPlaces({ children }: { children: ReactNode }) {
  const params = useSearchParams();
  const [job, setJob] = useState(() => jobIn(params.get(OUTPUT_PARAMETER)));
  const place = useMemo<OutputPlace>(() => {
    const go = (next: JobId | null) => {
      setJob(next);
      const address = new URLSearchParams(window.location.search);
      if (next === null) address.delete(OUTPUT_PARAMETER);
      else address.set(OUTPUT_PARAMETER, next.slice("job:".length));
      window.history.replaceState(null, "", `?${address.toString()}`);
    };
    return { job, open: go, close: () => go(null) };
  }, [job]);
  return <Place value={place}>{children}</Place>;
}

export function useOutputPlace(): OutputPlace {
  return useContext(Place);
}
