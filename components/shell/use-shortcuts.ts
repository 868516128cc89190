"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { PLACES } from "./navigation";

/** How long after `g` the letter may come. */
const SECOND_KEY_MS = 1_500;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>("[data-search]");
  field?.focus();
  return field !== null;
}

/** Keys that go and show, never one that commands: `g` + letter, `/`, `?`, Ctrl/⌘-K. */
export function useShortcuts({ openPalette, openHelp }: { openPalette: () => void; openHelp: () => void }): void {
  const router = useRouter();
  const goSince = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog]") !== null) return;
      const place = PLACES.find((one) => one.letter === event.key.toLowerCase());
      if (place !== undefined && event.timeStamp - goSince.current < SECOND_KEY_MS) router.push(place.path);
      goSince.current = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === "?") openHelp();
      if (event.key === "/" && focusSearch()) event.preventDefault();
    };
    goSince.current = Number.NEGATIVE_INFINITY;
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, openPalette, openHelp]);
}
