import type { Lab } from "./start-lab";

type Side = "green" | "blue";
type Wish = { afterMs: number; say(sentence: string): void };

/**
 * A version that has died is started again after a while, as a host that looks after its services does: who tries `dead` sees it dead,
 * and then well. Answers how to end this watch.
 */
export function bringBack(lab: Pick<Lab, "processes" | "revive">, { afterMs, say }: Wish): () => void {
  const waiting = new Set<NodeJS.Timeout>();
  let isOver = false;

  async function heal(side: Side): Promise<void> {
    await lab.revive(side);
    say(`${side} is there again.`);
    watch(side);
  }
  function watch(side: Side): void {
    lab.processes[side].once("exit", () => {
      if (isOver) return;
      say(`${side} is dead. It is started again in ${Math.round(afterMs / 1_000)} s.`);
      const timer = setTimeout(() => {
        waiting.delete(timer);
        heal(side).catch((error: unknown) => say(`${side} does not come back: ${String(error)}`));
      }, afterMs);
      waiting.add(timer);
    });
  }
  watch("green");
  watch("blue");
  return () => {
    isOver = true;
    for (const timer of waiting) clearTimeout(timer);
  };
}
