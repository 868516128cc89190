import type { Earcon } from "@/lib/domain/release/earcon";

/** One tone: when it begins and how long it lasts (s), its pitch (Hz), and how loud (0 to 1). */
type Tone = { at: number; lasts: number; pitch: number; gain: number };

/** Told apart by their shape alone: a gate rises, attention repeats, a rollback falls. */
export const TONES: Readonly<Record<Earcon, readonly Tone[]>> = {
  gate: [
    { at: 0, lasts: 0.16, pitch: 523, gain: 0.16 },
    { at: 0.14, lasts: 0.3, pitch: 784, gain: 0.16 },
  ],
  attention: [
    { at: 0, lasts: 0.14, pitch: 659, gain: 0.22 },
    { at: 0.22, lasts: 0.14, pitch: 659, gain: 0.22 },
  ],
  rollback: [
    { at: 0, lasts: 0.24, pitch: 784, gain: 0.3 },
    { at: 0.22, lasts: 0.24, pitch: 587, gain: 0.3 },
    { at: 0.44, lasts: 0.5, pitch: 392, gain: 0.3 },
  ],
};
