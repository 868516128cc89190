import type { TrafficPhase } from "@/lib/contracts/traffic";

/** How long each phase of an order took, for the wall: "a rollback takes …". */
export class Stopwatch {
  readonly phases: TrafficPhase[] = [];
  private readonly begun = performance.now();

  async time<T>(phase: TrafficPhase["phase"], work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.phases.push({ phase, tookMs: performance.now() - begun });
    }
  }

  total(): number {
    return performance.now() - this.begun;
  }
}
