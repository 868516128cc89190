import { type Pass, passOf, type Round, type Standing } from "./figures";

export type Contestant = { name: string; round: () => Promise<Round> };

/**
 * Lets everybody run `warmUps` times to get warm, then `passes` times one after another, in reverse order every other time: what the machine does
 * beside this hits all of them alike.
 */
export async function compete(contestants: readonly Contestant[], passes: number, warmUps = 1): Promise<Standing[]> {
  const standings = contestants.map(({ name }) => ({ name, passes: [] as Pass[] }));
  for (let n = 0; n < warmUps; n += 1) for (const { round } of contestants) await round();
  for (let pass = 0; pass < passes; pass += 1) {
    const order = [...contestants.keys()];
    for (const index of pass % 2 === 0 ? order : order.toReversed()) {
      const result = await contestants[index]?.round();
      if (result !== undefined) standings[index]?.passes.push(passOf(result));
    }
  }
  return standings;
}

export type Turn = { name: string; once: () => Promise<{ tookMs: number; cpuMs: number }> };

/** One operation of everybody after another, `count` times a pass, back and forth: for what takes turns on one and the same thing. */
export async function competeByTurns(
  turns: readonly Turn[],
  { passes, count }: { passes: number; count: number },
): Promise<Standing[]> {
  const standings = turns.map(({ name }) => ({ name, passes: [] as Pass[] }));
  for (const { once } of turns) await once();
  for (let pass = 0; pass < passes; pass += 1) {
    const rounds = turns.map((): Round => ({ timesMs: [], cpuMs: 0 }));
    for (let n = 0; n < count; n += 1) {
      const order = [...turns.keys()];
      for (const index of n % 2 === 0 ? order : order.toReversed()) {
        const [turn, round] = [turns[index], rounds[index]];
        if (turn === undefined || round === undefined) continue;
        const { tookMs, cpuMs } = await turn.once();
        round.timesMs.push(tookMs);
        round.cpuMs += cpuMs;
      }
    }
    for (const [index, round] of rounds.entries()) standings[index]?.passes.push(passOf(round));
  }
  return standings;
}

/** A round whose work happens in this process: `count` operations one after another. */
export async function roundHere(count: number, operation: (n: number) => Promise<unknown>): Promise<Round> {
  const timesMs: number[] = [];
  let cpuMs = 0;
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    await operation(n);
    const used = process.cpuUsage(before);
    cpuMs += (used.user + used.system) / 1_000;
    timesMs.push(performance.now() - started);
  }
  return { timesMs, cpuMs };
}
