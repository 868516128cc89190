"use client";

import { setSoundPreference, useSoundPreference } from "@/components/ui/sound/sound-preference";
import { useEarcons } from "@/components/ui/sound/use-earcons";
import { useScene } from "./scene";

/** How long the word of a sound stays after it, in ms of real time. */
const SHOWN_MS = 8_000;

/** Whether this wall sounds, and for a moment what it has just sounded for. */
export function WallSound() {
  const { events, realNow, say } = useScene();
  const isOn = useSoundPreference();
  const sounded = useEarcons(events, null);
  const isFresh = sounded !== null && realNow - sounded.event.at < SHOWN_MS;
  return (
    <button type="button" className="w-sound" aria-pressed={isOn} onClick={() => setSoundPreference(!isOn)}>
      {isFresh && isOn ? <b>{say(`sound.${sounded.earcon}`)}</b> : say(isOn ? "sound.on" : "sound.off")}
    </button>
  );
}
