"use client";

import { useEffect, useRef, useState } from "react";
import { type Earcon, loudest } from "@/lib/domain/release/earcon";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { useSoundPreference } from "./sound-preference";

type Sounded = { event: ReleaseEvent; earcon: Earcon };

/** Whoever did it himself needs no sound to know. */
function isOthers({ actor }: ReleaseEvent, person: string | null): boolean {
  return actor.kind !== "person" || actor.person !== person;
}

/** Sounds for what has just happened, where this device is to; returns what it sounded for, to be seen as well. */
export function useEarcons(events: ReleaseEvent[], person: string | null): Sounded | null {
  const isOn = useSoundPreference();
  const heardTo = useRef<number | null>(null);
  const [sounded, setSounded] = useState<Sounded | null>(null);
  useEffect(() => {
    if (!isOn) return;
    const unlock = () => void import("./play-earcon").then((sound) => sound.unlock());
    window.addEventListener("pointerdown", unlock, { once: true });
    return () => window.removeEventListener("pointerdown", unlock);
  }, [isOn]);
  useEffect(() => {
    const from = heardTo.current;
    heardTo.current = events.at(-1)?.seq ?? 0;
    if (from === null || !isOn) return;
    const found = loudest(events.filter((event) => event.seq > from && isOthers(event, person)));
    if (found === null) return;
    setSounded(found);
    void import("./play-earcon").then(({ playEarcon }) => playEarcon(found.earcon));
  }, [events, isOn, person]);
  return sounded;
}
