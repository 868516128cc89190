"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Lines } from "@/lib/domain/plan/plan";

type SourceFocus = { lines: Lines | null; show: (lines: Lines | null) => void };

const Focus = createContext<SourceFocus>({ lines: null, show: () => undefined });

/** Which lines of the document are looked at, shared by the plan and its source. */
export function SourceFocusProvider({ children }: { children: ReactNode }) {
  const [lines, show] = useState<Lines | null>(null);
  const value = useMemo(() => ({ lines, show }), [lines]);
  return <Focus.Provider value={value}>{children}</Focus.Provider>;
}

export function useSourceFocus(): SourceFocus {
  return useContext(Focus);
}
