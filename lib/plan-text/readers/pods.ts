import type { CanaryStage } from "@/lib/domain/plan/plan";

type Sides = Pick<CanaryStage, "pods" | "newVersion" | "oldVersion">;

const version = /\bv\d+(?:\.\d+)*(?:-[\w.]+)?/gi;

function numbers(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((found) => Number(found[1]));
}

/**
 * Versions and pods of both sides from a stage's drawing or text. The side whose percentage is the stage's share is the new
 * one; what the text does not name stays null.
 */
export function readSides(text: string, share: number): Sides {
  const shares = numbers(text, /(\d+(?:\.\d+)?)\s*[%％]/g);
  const versions = [...new Set([...text.matchAll(version)].map(([found]) => found))];
  const newSide = Math.max(0, shares.indexOf(share));
  const newVersion = versions[newSide] ?? null;
  const oldVersion = versions[newSide === 0 ? 1 : 0] ?? null;
  const named = new Map([...text.matchAll(/(\d+)\s*(?:pods?\s*)?[（(]\s*(v[\w.-]+)\s*[)）]/gi)].map(pairOf));
  if (named.size > 0) {
    const count = (of: string | null) => (of === null ? null : (named.get(of) ?? null));
    return { pods: { new: count(newVersion), old: count(oldVersion) }, newVersion, oldVersion };
  }
  const pods = [
    ...numbers(text, /(\d+)\s*(?:pods?|个\s*pod|副本|replicas)/gi),
    ...numbers(text, /pods?\s*[:：]\s*(\d+)/gi),
  ];
  const old = pods[newSide === 0 ? 1 : 0] ?? null;
  return { pods: { new: pods[pods.length > 1 ? newSide : 0] ?? null, old }, newVersion, oldVersion };
}

function pairOf(found: RegExpMatchArray): [string, number] {
  return [found[2] ?? "", Number(found[1])];
}
