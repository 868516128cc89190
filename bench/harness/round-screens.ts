import type { Round } from "@/lib/contracts/round";
import { connectSocket, type SocketTarget } from "./connections";

const roundPacket = '42["round",';
const patienceMs = 20_000;
const atOnce = 50;

/** Screens that look at a release's rounds. */
export type RoundScreens = {
  /** Every round that any screen was shown, in order. */
  rounds: readonly Round[];
  /** How often a screen that was there was not shown a round. */
  missed: () => number;
  faults: string[];
  /** Waits until every screen has been shown so many more rounds; answers how old each was when the last screen had it, in ms. */
  next: (count: number) => Promise<number[]>;
  close: () => void;
};

type Screen = { at: number; shown: number; close: () => void };
type Waiting = { from: number; to: number; ages: number[]; done: (ages: number[]) => void };

/** Reads each text once, however many screens it comes to. */
function createReader() {
  const rounds: Round[] = [];
  const faults: string[] = [];
  let texts: { text: string; index: number }[] = [];
  const indexOf = (text: string): number => {
    const known = texts.find((one) => one.text === text);
    if (known !== undefined) return known.index;
    const round: Round = JSON.parse(text.slice(roundPacket.length, -1));
    const before = rounds.at(-1)?.evidence.roundAt ?? 0;
    if (round.evidence.roundAt <= before) faults.push(`a round of ${round.evidence.roundAt} came after ${before}`);
    rounds.push(round);
    texts = [{ text, index: rounds.length - 1 }, ...texts].slice(0, 10);
    return rounds.length - 1;
  };
  return { rounds, faults, indexOf };
}

/** Opens many screens on one release. Each one checks that its rounds follow one another. */
export async function openRoundScreens(count: number, target: SocketTarget): Promise<RoundScreens> {
  const { rounds, faults, indexOf } = createReader();
  const screens: Screen[] = [];
  const arrived: number[] = [];
  let waiting: Waiting | null = null;
  let missed = 0;
  let isClosing = false;

  function take(screen: Screen, text: string): void {
    if (!text.startsWith(roundPacket)) return;
    const index = indexOf(text);
    if (screen.at >= 0) missed += index - screen.at - 1;
    screen.at = index;
    screen.shown += 1;
    arrived[index] = (arrived[index] ?? 0) + 1;
    const at = rounds[index]?.evidence.roundAt ?? 0;
    if (waiting === null || arrived[index] !== count || index < waiting.from) return;
    waiting.ages.push(Date.now() - at);
    if (index >= waiting.to) waiting.done(waiting.ages);
  }

  const open = () =>
    new Promise<void>((done, failed) => {
      const screen: Screen = { at: -1, shown: 0, close: () => undefined };
      const lost = (why: unknown) => {
        if (!isClosing) faults.push(`a screen lost its connection: ${String(why)}`);
        failed(new Error(`A screen could not stay connected: ${String(why)}`));
      };
      screens.push(screen);
      screen.close = connectSocket(target)({ text: (text) => take(screen, text), joined: () => done(), lost }).close;
    });
  for (let opened = 0; opened < count; opened += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, open));
  }
  return {
    ...{ rounds, faults },
    missed: () => missed,
    next: (wanted) =>
      new Promise((done, failed) => {
        const timer = setTimeout(
          () => failed(new Error("The screens were not all shown the next rounds.")),
          patienceMs + wanted * 1_000,
        );
        const from = rounds.length;
        waiting = {
          ...{ from, to: from + wanted - 1, ages: [] },
          done: (ages) => {
            waiting = null;
            clearTimeout(timer);
            done(ages);
          },
        };
      }),
    close: () => {
      isClosing = true;
      for (const screen of screens) screen.close();
    },
  };
}
