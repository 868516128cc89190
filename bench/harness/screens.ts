import type { ReleaseEvent } from "@/lib/domain/release/events";

export type Batch = { from: number; events: ReleaseEvent[]; head: string };

/** How a screen reaches a server: it hands over every text that comes in, and says when it is joined, with the number it starts from. */
export type Connect = (on: {
  text: (text: string) => void;
  joined: (seq: number) => void;
  lost: (why: unknown) => void;
}) => {
  close: () => void;
};

type Screen = { seq: number; batches: Batch[]; close: () => void };

export type Wall = {
  screens: readonly Screen[];
  faults: string[];
  /** Waits until every screen has shown this number; answers with the moment at which the last one had. */
  reach: (seq: number) => Promise<number>;
  close: () => void;
};

const patienceMs = 20_000;
const atOnce = 50;

type Ways = { connect: Connect; lost: (why: unknown) => void; text: (text: string) => void };

/** Connects one screen and waits until it has joined. */
function join(screen: Screen, { connect, lost, text }: Ways): Promise<void> {
  return new Promise((done, failed) => {
    const onLost = (why: unknown) => {
      lost(why);
      failed(new Error(`A screen could not stay connected: ${String(why)}`));
    };
    const joined = (seq: number) => {
      screen.seq = seq;
      done();
    };
    screen.close = connect({ text, joined, lost: onLost }).close;
  });
}

/** Many screens on one server. Each one checks that its numbers follow one another without a gap or a repetition. */
export async function openWall(count: number, connect: Connect, read: (text: string) => Batch | null): Promise<Wall> {
  const screens: Screen[] = [];
  const faults: string[] = [];
  let target = Number.POSITIVE_INFINITY;
  let missing = 0;
  let onAll: ((at: number) => void) | null = null;
  let last: { text: string; batch: Batch | null } = { text: "", batch: null };
  let isClosing = false;

  function take(screen: Screen, text: string): void {
    // The same text comes to every screen: it is read once, and compared for the others.
    if (text !== last.text) last = { text, batch: read(text) };
    const { batch } = last;
    if (batch === null) return;
    if (batch.from !== screen.seq + 1) faults.push(`a screen that had shown ${screen.seq} was given ${batch.from}`);
    const before = screen.seq;
    screen.seq = batch.from + batch.events.length - 1;
    screen.batches.push(batch);
    if (before >= target || screen.seq < target) return;
    missing -= 1;
    if (missing === 0) onAll?.(performance.now());
  }

  const lost = (why: unknown) => {
    if (!isClosing) faults.push(`a screen lost its connection: ${String(why)}`);
  };
  const open = async () => {
    const screen: Screen = { seq: 0, batches: [], close: () => undefined };
    screens.push(screen);
    await join(screen, { connect, lost, text: (text) => take(screen, text) });
  };

  for (let opened = 0; opened < count; opened += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, open));
  }
  return {
    ...{ screens, faults },
    reach: (seq) => {
      target = seq;
      missing = screens.filter((screen) => screen.seq < seq).length;
      if (missing === 0) return Promise.resolve(performance.now());
      return new Promise((done, failed) => {
        const timer = setTimeout(() => failed(new Error(`${missing} screens never showed ${seq}.`)), patienceMs);
        onAll = (at) => {
          clearTimeout(timer);
          done(at);
        };
      });
    },
    close: () => {
      isClosing = true;
      for (const screen of screens) screen.close();
    },
  };
}
