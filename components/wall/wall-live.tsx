"use client";

import { useCallback, useMemo } from "react";
import type { ReleaseSnapshot, Viewer } from "@/lib/contracts/live";
import { forecast } from "@/lib/domain/release/forecast";
import type { Locale } from "@/lib/i18n/locale";
import { fill, type Words } from "@/lib/i18n/words";
import { LiveRelease } from "@/lib/queries/release/live-release";
import { useHistory } from "@/lib/queries/release/use-history";
import { useLink } from "@/lib/queries/release/use-link";
import { useNow, useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";
import { useWatchers } from "@/lib/queries/release/use-watchers";
import type { Say, Scene, WallLink } from "./scene";
import { useWakeLock } from "./use-wake-lock";
import { WallBoard } from "./wall-board";

type Look = { words: Words; locale: Locale; theme: string; kiosk: boolean };

type WallProps = Look & { snapshot: ReleaseSnapshot; viewer: Viewer; displayToken?: string | undefined };

/** The wall of one release, live. */
export function Wall({ snapshot, viewer, displayToken, ...look }: WallProps) {
  return (
    <LiveRelease snapshot={snapshot} viewer={viewer} screen="wall" displayToken={displayToken}>
      <Moment {...look} />
    </LiveRelease>
  );
}

function useWallLink(realNow: number): WallLink {
  const { status, since, lastHeardAt, databaseUp, goodbye } = useLink();
  return {
    status,
    sinceMs: Math.max(0, realNow - since),
    heardMs: lastHeardAt === null ? null : Math.max(0, realNow - lastHeardAt),
    databaseUp,
    goodbye,
  };
}

function Moment({ words, locale, theme, kiosk }: Look) {
  const { plan, state, events, head, approved } = useRelease();
  const realNow = useNow();
  const now = useReleaseNow();
  const link = useWallLink(realNow);
  const watchers = useWatchers();
  const round = useRound();
  const history = useHistory();
  useWakeLock();
  const say: Say = useCallback((key, values) => fill(words[key] ?? key, values ?? {}), [words]);
  const foreseen = useMemo(() => forecast(plan, state, realNow), [plan, state, realNow]);
  const scene: Scene = {
    plan,
    state,
    events,
    head,
    approved,
    realNow,
    now,
    forecast: foreseen,
    link,
    watchers,
    round,
    history,
    locale,
    say,
  };
  return <WallBoard scene={scene} theme={theme} kiosk={kiosk} />;
}
