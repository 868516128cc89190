import type { CountingSource } from "../harness/counting-source";
import { type Figure, type Report, spreadOf } from "../harness/figures";
import type { RoundScreens } from "../harness/round-screens";
import type { BenchServer } from "../harness/server-process";
import { type Point, slopeOf } from "./slope";

export const screens = 1_000;
const warmUpMinutes = 1;
const sampleEveryMs = 15_000;
const minuteMs = 60_000;
const bytesPerMb = 1e6;

type Memory = { resident: Point[]; held: Point[] };

/** Memory as it is after collecting, all along. */
async function watchMemory({ ask }: BenchServer, minutes: number): Promise<Memory> {
  await new Promise((done) => setTimeout(done, warmUpMinutes * minuteMs));
  const started = performance.now();
  const memory: Memory = { resident: [], held: [] };
  for (;;) {
    const minute = (performance.now() - started) / minuteMs;
    memory.resident.push({ minute, mb: (await ask("resident")) / bytesPerMb });
    memory.held.push({ minute, mb: (await ask("held")) / bytesPerMb });
    const left = minutes * minuteMs - (performance.now() - started);
    if (left <= 0) return memory;
    await new Promise((done) => setTimeout(done, Math.min(left, sampleEveryMs)));
  }
}

/** What was asked for each moment at which there was a round: every question, and each once. */
function countAsked(source: CountingSource, queries: readonly string[], faults: string[]): number[] {
  // The last round may have been under way when the count was taken.
  const moments = [...source.asked.values()].slice(0, -1);
  return moments.map((own) => {
    const missing = queries.filter((query) => !own.has(query)).length;
    if (missing > 0 || own.size !== queries.length) faults.push(`${missing} questions were not asked in a round`);
    const most = Math.max(...own.values());
    if (most > 1) faults.push(`a question was asked ${most} times in a round`);
    return [...own.values()].reduce((sum, times) => sum + times, 0) / own.size;
  });
}

const one = (value: number) => spreadOf([value]);
/** A fall is no rise. */
const rise = (points: Point[]) => one(Math.max(0, slopeOf(points)));

type Parts = { server: BenchServer; wall: RoundScreens; source: CountingSource; queries: readonly string[] };

/** Lets the screens look for so many minutes. */
export async function watchLong({ server, wall, source, queries }: Parts, minutes: number): Promise<Report> {
  const roundsBefore = wall.rounds.length;
  const cpuBefore = await server.ask("cpuMs");
  const started = performance.now();
  const memory = await watchMemory(server, minutes);
  const tookMs = performance.now() - started;
  const cpuMs = (await server.ask("cpuMs")) - cpuBefore;
  const faults = [...wall.faults];
  const perRound = countAsked(source, queries, faults);
  const rounds = wall.rounds.length - roundsBefore;
  const levels = (points: Point[]) => spreadOf(points.map(({ mb }) => mb));
  const figures: Figure[] = [
    {
      ...{ what: "asked at the source per check and round", unit: "" },
      value: spreadOf(perRound),
      must: { is: "at most", bound: 1 },
    },
    { what: "rounds a second", unit: "", value: one(rounds / (tookMs / 1_000)) },
    {
      ...{ what: "objects and buffers, rise a minute", unit: "MB", value: rise(memory.held) },
      must: { is: "at most", bound: 0.1 },
    },
    {
      ...{ what: "resident memory, rise a minute", unit: "MB", value: rise(memory.resident) },
      must: { is: "at most", bound: 0.5 },
    },
    { what: "objects and buffers", unit: "MB", value: levels(memory.held) },
    { what: "resident memory", unit: "MB", value: levels(memory.resident) },
    { what: "the instance's share of a core", unit: "%", value: one((100 * cpuMs) / tookMs) },
    { what: "rounds that did not come to a screen", unit: "%", value: one((100 * wall.missed()) / (rounds * screens)) },
  ];
  const others = [...source.others].map(([path, times]) => `${path} ${times} times`).join(", ");
  return {
    id: "WATCH",
    title: `${screens.toLocaleString("en")} screens, ${queries.length} checks, a round a second, ${minutes} min`,
    ...{ standings: [], figures, faults },
    notes: [
      `${rounds.toLocaleString("en")} rounds; beside the checks the source was asked for ${others || "nothing"}.`,
      `Memory is read every ${sampleEveryMs / 1_000} s after collecting, the first minute left out.`,
      `Objects and buffers, MB: ${memory.held.map(({ mb }) => mb.toFixed(1)).join(" ")}`,
    ],
  };
}
