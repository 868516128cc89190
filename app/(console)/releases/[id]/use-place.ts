"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";

export type Place = { stage: string | null; tab: string | null };
export type GoTo = (change: Partial<Place>) => void;

/**
 * The stage and the tab that are open. They also stand in the address, so that a change of language or a reload keeps the place;
 * the screen itself does not wait for the address.
 */
export function usePlace(): Place & { go: GoTo } {
  const params = useSearchParams();
  const [place, setPlace] = useState<Place>({ stage: params.get("stage"), tab: params.get("tab") });
  return {
    ...place,
    go: (change) => {
      const next = { ...place, ...change };
      setPlace(next);
      const address = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(next)) {
        if (value === null) address.delete(name);
        else address.set(name, value);
      }
      window.history.replaceState(null, "", `?${address.toString()}`);
    },
  };
}
