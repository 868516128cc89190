"use client";

import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Viewer } from "@/lib/contracts/live";
import type { Actor } from "@/lib/domain/release/actor";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { decide } from "@/lib/domain/release/decide";
import type { Refusal } from "@/lib/domain/release/refusal";
import type { WatchEvidence } from "@/lib/domain/release/watch-evidence";
import { useLiveParts } from "../release/live-context";
import { type LiveReleaseView, useRelease } from "../release/use-release";
import { useRound } from "../release/use-round";

const notSignedIn: Refusal = { kind: "forbidden", because: "not-signed-in", facts: {} };
const tickMs = 1_000;

function actorOfViewer(viewer: NonNullable<Viewer>): Actor {
  return { kind: "person", person: viewer.person, name: viewer.name, permissions: viewer.permissions };
}

type Seen = { release: LiveReleaseView; evidence: WatchEvidence };

function refusalNow({ release, evidence }: Seen, command: PersonCommand, now: number): Refusal | null {
  const { plan, state, approved, viewer } = release;
  if (viewer === null) return notSignedIn;
  const circumstances = { plan, state, approved, actor: actorOfViewer(viewer), evidence };
  const decision = decide({ ...circumstances, now: Math.max(now, state.lastAt) }, command);
  return decision.ok ? null : decision.refusal;
}

/**
 * Why this command would be refused now, by the same rules as on the server; null = it would be accepted. Looks again with
 * every event and every second, and renders anew only when the answer is another.
 */
export function useAvailability(command: PersonCommand): Refusal | null {
  const release = useRelease();
  const evidence = useRound()?.evidence ?? null;
  const { ticker } = useLiveParts();
  const last = useRef<{ text: string; refusal: Refusal | null } | null>(null);
  const subscribe = useCallback((onTick: () => void) => ticker.subscribe(tickMs, onTick), [ticker]);
  const look = (now: number) => {
    const refusal = refusalNow({ release, evidence }, command, now);
    const text = JSON.stringify(refusal);
    if (last.current?.text !== text) last.current = { text, refusal };
    return last.current.refusal;
  };
  return useSyncExternalStore(
    subscribe,
    () => look(ticker.current(tickMs)),
    () => look(ticker.atFirst(tickMs)),
  );
}
