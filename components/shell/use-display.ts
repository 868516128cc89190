"use client";

import { useCallback, useTransition } from "react";
import { chooseDisplayAction } from "@/lib/actions/choose-display-action";

/** Changes language and theme. The page is drawn again where it stands: scroll, open drawers and typed text stay. */
export function useDisplay() {
  const [changing, start] = useTransition();
  const setLocale = useCallback((locale: string) => start(() => chooseDisplayAction({ locale })), []);
  const setTheme = useCallback((theme: string) => {
    // Seen at once; the answer of the server only confirms it.
    document.documentElement.dataset["theme"] = theme;
    start(() => chooseDisplayAction({ theme }));
  }, []);
  return { changing, setLocale, setTheme };
}
