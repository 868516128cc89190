"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Lines } from "@/lib/domain/plan/plan";

/** Which side was pressed: the others follow it. */
export type FocusOrigin = "source" | "finding" | "plan";

type Focused = { lines: Lines | null; origin: FocusOrigin };
type SourceFocus = Focused & { show: (lines: Lines | null, origin?: FocusOrigin) => void };

const Focus = createContext<SourceFocus>({ lines: null, origin: "plan", show: () => undefined });

/** Which lines of the document are looked at, shared by the plan, its findings and its source. */
export function SourceFocusProvider({ children }: { children: ReactNode }) {
  const [focused, setFocused] = useState<Focused>({ lines: null, origin: "plan" });
  const value = useMemo(
    () => ({ ...focused, show: (lines: Lines | null, origin: FocusOrigin = "plan") => setFocused({ lines, origin }) }),
    [focused],
  );
  return <Focus.Provider value={value}>{children}</Focus.Provider>;
}

export function useSourceFocus(): SourceFocus {
  return useContext(Focus);
}
