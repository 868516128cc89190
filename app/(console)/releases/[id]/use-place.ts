"use client";

import { useSearchParams } from "next/navigation";

/** The stage and the tab that are open stand in the address: a change of language or a reload keeps the place. */
export function usePlace(): {
  stage: string | null;
  tab: string | null;
  go: (place: { stage?: string | null; tab?: string }) => void;
} {
  const params = useSearchParams();
  return {
    stage: params.get("stage"),
    tab: params.get("tab"),
    go: (place) => {
      const next = new URLSearchParams(params.toString());
      for (const [name, value] of Object.entries(place)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      window.history.replaceState(null, "", `?${next.toString()}`);
    },
  };
}
