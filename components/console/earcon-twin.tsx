"use client";

import { useEffect } from "react";
import { usePhrase } from "@/components/ui/phrase";
import { useEarcons } from "@/components/ui/sound/use-earcons";
import { toast } from "@/components/ui/toast-store";
import { describeEvent } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";

/** Sounds for what others did, and says the same in words: whoever hears nothing misses nothing. */
export function EarconTwin() {
  const say = usePhrase();
  const { plan, events, viewer } = useRelease();
  const sounded = useEarcons(events, viewer?.person ?? null);
  const sentence = sounded === null ? "" : say(describeEvent(plan, sounded.event));
  useEffect(() => {
    if (sounded === null) return;
    if (sounded.earcon === "gate") toast.info(sentence);
    else toast.warning(sentence);
  }, [sounded, sentence]);
  return null;
}
