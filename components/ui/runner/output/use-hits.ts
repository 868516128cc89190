"use client";

import { useMemo, useRef } from "react";
import type { OutputLines } from "@/lib/domain/output/output-lines";
import { holds } from "@/lib/domain/output/row-spans";

type Searched = { lines: OutputLines; needle: string; until: number; hits: number[] };

/** Numbers of the rows, counted from the first that ever was, that hold the needle. Rows that were searched are not searched again. */
export function useHits(lines: OutputLines, version: number, needle: string): readonly number[] {
  const searched = useRef<Searched | null>(null);
  return useMemo(() => {
    if (needle === "" || version < 0) return [];
    const last = searched.current;
    const same = last !== null && last.lines === lines && last.needle === needle;
    const known = same ? last : { lines, needle, until: 0, hits: [] };
    const hits = known.hits.filter((row) => row >= lines.dropped && row < known.until);
    const settled = lines.dropped + lines.settled;
    for (let row = Math.max(known.until, lines.dropped); row < settled; row += 1) {
      const found = lines.row(row - lines.dropped);
      if (found !== null && holds(found, needle)) hits.push(row);
    }
    searched.current = { lines, needle, until: settled, hits: [...hits] };
    const open = lines.row(lines.settled);
    return open !== null && holds(open, needle) ? [...hits, settled] : hits;
  }, [lines, version, needle]);
}
