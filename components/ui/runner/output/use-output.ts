"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { JobId } from "@/lib/domain/release/job";
import { fetchOutput } from "@/lib/queries/output/fetch-output";
import { NOTHING_YET, OutputSession, type OutputView } from "@/lib/queries/output/output-session";
import { useLink } from "@/lib/queries/release/use-link";
import { useOutputNews } from "@/lib/queries/release/use-output-news";
import { useRelease } from "@/lib/queries/release/use-release";

const AGAIN_MS = 2_000;
const never = () => () => {};
const nothing = () => NOTHING_YET;

function useSession(releaseId: string, job: JobId): OutputSession | null {
  const [session, setSession] = useState<OutputSession | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const own = new OutputSession({
      fetchRange: (range) => fetchOutput({ releaseId, job }, range, abort.signal),
      pause: () => new Promise((done) => setTimeout(done, AGAIN_MS)),
    });
    setSession(own);
    void own.run();
    return () => {
      own.stop();
      abort.abort();
    };
  }, [releaseId, job]);
  return session;
}

/** The output of a job of this page's release, as far as it is here, and growing while it is written. */
export function useOutput(job: JobId): OutputView {
  const { releaseId, state } = useRelease();
  const { status } = useLink();
  const session = useSession(releaseId, job);
  const size = Math.max(useOutputNews(job)?.size ?? 0, state.jobs[job]?.ended?.bytes ?? 0);
  useEffect(() => session?.told(size), [session, size]);
  // What was told while the link was cut reached nobody.
  useEffect(() => {
    if (status === "live") session?.askAgain();
  }, [session, status]);
  return useSyncExternalStore(session?.subscribe ?? never, session?.get ?? nothing, nothing);
}
