"use client";

import { useEffect } from "react";

/** As long as `call` is not null it stands before the page's title, so that a window in the background calls too. */
export function useCallTitle(call: string | null): void {
  useEffect(() => {
    if (call === null) return;
    const before = document.title;
    document.title = `▲ ${call} · ${before}`;
    return () => {
      document.title = before;
    };
  }, [call]);
}
