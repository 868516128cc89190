"use client";

import { useEffect } from "react";

/** Something that the command palette can do. An act opens the same dialog as its button: the palette confirms nothing itself. */
export type PaletteEntry = { id: string; group: string; label: string; keys?: string | undefined; run: () => void };

const listeners = new Set<() => void>();
let entries: PaletteEntry[] = [];

function change(next: PaletteEntry[]): void {
  entries = next;
  for (const listener of listeners) listener();
}

export function subscribeToPalette(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentPaletteEntries = (): PaletteEntry[] => entries;

/** Offers entries in the palette while the component is on screen. Pass a memoised list. */
export function usePaletteEntries(offered: PaletteEntry[]): void {
  useEffect(() => {
    change([...entries, ...offered]);
    return () => change(entries.filter((entry) => !offered.includes(entry)));
  }, [offered]);
}
