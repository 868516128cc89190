"use client";

import { type RefObject, useLayoutEffect, useMemo, useState } from "react";

type Sight = { scrollTop: number; height: number; line: number };

const FIRST_SIGHT: Sight = { scrollTop: 0, height: 800, line: 20 };

/** The height of a line in pixels: it follows the reader's own size of letters. */
export function lineHeightOf(area: HTMLTextAreaElement): number {
  const line = Number.parseFloat(getComputedStyle(area).lineHeight);
  return Number.isNaN(line) ? FIRST_SIGHT.line : line;
}

const sightOf = (area: HTMLTextAreaElement): Sight => ({
  scrollTop: area.scrollTop,
  height: area.clientHeight,
  line: lineHeightOf(area),
});

/** Which lines of a long text are in sight: what is drawn beside it is drawn for these alone. */
export function useSight(area: RefObject<HTMLTextAreaElement | null>, text: string) {
  const [sight, setSight] = useState(FIRST_SIGHT);
  const count = useMemo(() => text.split("\n").length, [text]);
  useLayoutEffect(() => {
    const box = area.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => setSight(sightOf(box)));
    observer.observe(box);
    return () => observer.disconnect();
  }, [area]);
  const first = Math.max(1, Math.floor(sight.scrollTop / sight.line));
  const last = Math.min(count, first + Math.ceil(sight.height / sight.line) + 2);
  const look = () => {
    if (area.current !== null) setSight(sightOf(area.current));
  };
  return { sight, visible: { from: first, to: last }, look };
}
