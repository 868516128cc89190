import type { Earcon } from "@/lib/domain/release/earcon";
import { TONES } from "./tones";

type Player = Pick<AudioContext, "currentTime" | "destination" | "createOscillator" | "createGain">;

/** Makes the tones of an earcon out of nothing: no file to load, and nothing that a policy would have to allow. */
export function playOn(player: Player, earcon: Earcon): void {
  const now = player.currentTime;
  for (const { at, lasts, pitch, gain } of TONES[earcon]) {
    const tone = player.createOscillator();
    const volume = player.createGain();
    tone.type = "triangle";
    tone.frequency.value = pitch;
    // Without a soft beginning and end a loudspeaker clicks.
    volume.gain.setValueAtTime(0.0001, now + at);
    volume.gain.exponentialRampToValueAtTime(gain, now + at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + at + lasts);
    tone.connect(volume);
    volume.connect(player.destination);
    tone.start(now + at);
    tone.stop(now + at + lasts);
  }
}

let context: AudioContext | null = null;

/** Browsers let a page sound only after somebody has pressed something on it: called then. */
export async function unlock(): Promise<void> {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  if (context.state === "suspended") await context.resume().catch(() => undefined);
}

/** Sounds when the browser lets it; what it is about stands on the screen in any case. */
export async function playEarcon(earcon: Earcon): Promise<void> {
  await unlock();
  if (context?.state === "running") playOn(context, earcon);
}
