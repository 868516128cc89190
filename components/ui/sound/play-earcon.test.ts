import { expect, test } from "vitest";
import { EARCONS, type Earcon } from "@/lib/domain/release/earcon";
import { playOn } from "./play-earcon";
import { TONES } from "./tones";

/** Takes down what it is told to sound. */
function fakePlayer() {
  const started: { at: number; pitch: number }[] = [];
  const param = () => ({ value: 0, setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined });
  const player = {
    currentTime: 7,
    destination: {},
    createGain: () => ({ gain: param(), connect: () => undefined }),
    createOscillator: () => {
      const frequency = param();
      const start = (at: number) => started.push({ at, pitch: frequency.value });
      return { type: "", frequency, connect: () => undefined, start, stop: () => undefined };
    },
  };
  return { player: player as unknown as Parameters<typeof playOn>[0], started };
}

test.each(EARCONS)("%s sounds its tones from now on, for less than a second and a half", (earcon: Earcon) => {
  const { player, started } = fakePlayer();
  playOn(player, earcon);
  expect(started).toEqual(TONES[earcon].map(({ at, pitch }) => ({ at: 7 + at, pitch })));
  for (const { at, lasts } of TONES[earcon]) expect(at + lasts).toBeLessThan(1.5);
});

test("the three are told apart by their shape: one rises, one repeats, one falls", () => {
  const pitches = (earcon: Earcon) => TONES[earcon].map(({ pitch }) => pitch);
  const steps = (earcon: Earcon) => pitches(earcon).map((pitch, n, all) => Math.sign(pitch - (all[n - 1] ?? pitch)));
  expect(steps("gate").slice(1)).toEqual([1]);
  expect(steps("attention").slice(1)).toEqual([0]);
  expect(steps("rollback").slice(1)).toEqual([-1, -1]);
});
