import { createContext, useContext } from "react";
import type { Round } from "@/lib/contracts/round";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { Forecast } from "@/lib/domain/release/forecast";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { Locale } from "@/lib/i18n/locale";
import { unbroken } from "@/lib/i18n/unbroken";
import type { History } from "@/lib/queries/release/history";
import type { LinkState } from "@/lib/queries/release/link-state";

export type WallLink = {
  status: "live" | "connecting" | "lost";
  /** Since when it is in this status, in ms before now; and the age of the last word from the server. */
  sinceMs: number;
  heardMs: number | null;
  databaseUp: boolean;
  /** Why the server sent this display away; it does not come back by itself. */
  goodbye: LinkState["goodbye"];
};

export type Say = (key: string, values?: Record<string, string | number>) => string;

/** One moment of the release as the wall draws it. Everything on the wall follows from this and nothing else. */
export type Scene = {
  plan: Plan;
  state: ReleaseState;
  /** Newest last. */
  events: ReleaseEvent[];
  head: string;
  approved: boolean;
  /** Real time and the release's own; equal in a live release. */
  realNow: Instant;
  now: Instant;
  forecast: Forecast;
  /** What the watch saw last; null where nothing is watched. */
  round: Round | null;
  /** What it saw for a while, for lines. */
  history: History;
  link: WallLink;
  watchers: readonly { name: string }[];
  locale: Locale;
  say: Say;
};

export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error("This part of the wall stands outside of its scene.");
  return scene;
}

/** A sentence of the domain in the wall's language, its words of ours included. */
export function sayPhrase(say: Say, { key, values, words = {} }: Phrase): string {
  const told = Object.entries(words).map(([name, word]) => [name, say(`phrases.word.${word}`)]);
  return unbroken(say(`phrases.${key}`, { ...values, ...Object.fromEntries(told) }));
}
