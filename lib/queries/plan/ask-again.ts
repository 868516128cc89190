import type { ReadingAnswer } from "./post-for-reading";

/** How long to wait before asking again a server that did not answer. */
const againMs = 3_000;

type Asking<Value> = {
  pauseMs: number;
  ask: (signal: AbortSignal) => Promise<ReadingAnswer<Value>>;
  onRead: (value: Value) => void;
  onFailed: (detail: string | null) => void;
};

/** Asks after a pause, and again when it was too early or nobody answered, until it is told to stop; what comes later is not heard. */
export function askAgain<Value>({ pauseMs, ask, onRead, onFailed }: Asking<Value>): () => void {
  const asked = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const read = async () => {
    const answer = await ask(asked.signal);
    if (asked.signal.aborted) return;
    if (answer.kind === "read") onRead(answer.value);
    else if (answer.kind === "later") timer = setTimeout(read, answer.afterMs);
    else onFailed(answer.detail);
    if (answer.kind === "failed" && answer.detail === null) timer = setTimeout(read, againMs);
  };
  timer = setTimeout(read, pauseMs);
  return () => {
    clearTimeout(timer);
    asked.abort();
  };
}
