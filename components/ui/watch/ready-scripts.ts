import type { Plan } from "@/lib/domain/plan/plan";
import type { Fault } from "@/lib/domain/release/fault";

type ReadyRow = { shift: number; afterMin: number; fault: Fault; percent?: number; clearMin?: number };

/** Nights worth rehearsing, by the number of the traffic shift at which each fault begins. */
const READY = {
  errors: [{ shift: 0, afterMin: 10, fault: "canary_errors", percent: 1 }],
  blind: [{ shift: 0, afterMin: 10, fault: "source_down", clearMin: 10 }],
  dead: [{ shift: 1, afterMin: 5, fault: "canary_dead", clearMin: 15 }],
  restless: [
    { shift: 0, afterMin: 5, fault: "burst_errors", clearMin: 3 },
    { shift: 1, afterMin: 5, fault: "replication_lag", clearMin: 10 },
    { shift: 1, afterMin: 20, fault: "source_slow", clearMin: 2 },
    { shift: 2, afterMin: 5, fault: "canary_errors", percent: 0.5 },
  ],
} satisfies Record<string, ReadyRow[]>;

export type ReadyScript = keyof typeof READY;
export const READY_SCRIPTS: readonly ReadyScript[] = ["errors", "blind", "dead", "restless"];

export type ScriptWords = {
  line: (row: { share: number; after: number; fault: string }) => string;
  clear: (after: number) => string;
  fault: (fault: Fault) => string;
};

/** A ready script for a plan, one fault a line as a person would write it; empty where the plan shifts no traffic. */
export function readyScriptText({ stages }: Pick<Plan, "stages">, key: ReadyScript, words: ScriptWords): string {
  const shares = stages.flatMap(({ kind, share }) => (kind === "shift" && share !== null ? [share] : []));
  const rows: readonly ReadyRow[] = READY[key];
  return rows
    .flatMap(({ shift, afterMin, fault, percent, clearMin }) => {
      const share = shares[Math.min(shift, shares.length - 1)];
      if (share === undefined) return [];
      const level = percent === undefined ? "" : ` ${percent}%`;
      const begun = words.line({ share, after: afterMin, fault: `${words.fault(fault)}${level}` });
      return [clearMin === undefined ? begun : `${begun}${words.clear(clearMin)}`];
    })
    .join("\n");
}
