"use client";

import { AfterthoughtBar } from "@/components/ui/release/afterthought";
import { StopActs } from "@/components/ui/release/stop-acts";
import { useRelease } from "@/lib/queries/release/use-release";
import { BarFacts } from "./bar-facts";
import { NextAct } from "./next-act";

/** One surface for stopping, at the same place in every state; the way forward stands at its other end. */
export function StopBar() {
  const { state } = useRelease();
  const framed = state.clock.mode === "rehearsal" ? "pb-3" : "pb-2";
  return (
    <div>
      <AfterthoughtBar />
      <footer className={`flex min-h-16 items-center gap-3 border-line-strong border-t bg-panel px-5 pt-2 ${framed}`}>
        <StopActs />
        <BarFacts />
        <div className="ml-auto flex min-w-0 items-center justify-end gap-3">
          <NextAct />
        </div>
      </footer>
    </div>
  );
}
