import type { Round } from "@/lib/contracts/round";

/** Answers that came from one side under one name; null = it named no version. */
export type SideCount = { side: "green" | "blue"; version: string | null; count: number };

/**
 * What the proxy has counted of each side, the new version first. A side that says more than one version, or another than it should,
 * shows so; one that has said nothing of its version is told by its requests.
 */
export function versionCounts(round: Round | null): SideCount[] {
  const told = round?.traffic;
  if (told === undefined) return [];
  return (["green", "blue"] as const).flatMap((side): SideCount[] => {
    const own = told.versions.filter((one) => one.side === side && one.count > 0);
    if (own.length > 0) return own.toSorted((a, b) => b.count - a.count);
    return told[side] === 0 ? [] : [{ side, version: null, count: told[side] }];
  });
}
