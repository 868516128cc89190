"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef } from "react";

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

/** Offers the act of a button under its name while it can be pressed (null = it cannot). What runs is what the button does. */
export function usePaletteAct(label: string | null, run: () => void): void {
  const group = useTranslations("common.palette")("acts");
  const id = useId();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const offered = useMemo(
    () => (label === null ? [] : [{ id, group, label, run: () => latest.current() }]),
    [id, group, label],
  );
  usePaletteEntries(offered);
}
