"use client";

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";

export type HoldPhase = "idle" | "holding" | "released";

/** Not every device shakes, and one that refuses must not break the press. */
function vibrate(pattern: number | number[]): void {
  if (typeof navigator !== "undefined" && "vibrate" in navigator) navigator.vibrate(pattern);
}

function isInside(event: PointerEvent<HTMLElement>): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  return (
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
  );
}

type Press = {
  timer: RefObject<ReturnType<typeof setTimeout> | null>;
  pointer: RefObject<number | null>;
  stop: (next: HoldPhase) => void;
};

/** What ends a press from outside the button: a page that hides or loses the focus, a second finger, the end of the page. */
function useInterruptions({ timer, pointer, stop }: Press): void {
  useEffect(() => {
    const cancel = () => stop("released");
    document.addEventListener("visibilitychange", cancel);
    const secondFinger = (event: globalThis.PointerEvent) => {
      if (pointer.current !== null && event.pointerId !== pointer.current) cancel();
    };
    window.addEventListener("blur", cancel);
    window.addEventListener("pointerdown", secondFinger);
    return () => {
      document.removeEventListener("visibilitychange", cancel);
      window.removeEventListener("blur", cancel);
      window.removeEventListener("pointerdown", secondFinger);
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [stop, pointer, timer]);
}

/**
 * Press and keep pressed: `onDone` runs once, `holdMs` after the press. Leaving the button, letting go, a second finger, a lost
 * pointer or a hidden page cancel it.
 */
export function useHold({ holdMs, enabled, onDone }: { holdMs: number; enabled: boolean; onDone: () => void }) {
  const [phase, setPhase] = useState<HoldPhase>("idle");
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const pointer = useRef<number | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const stop = useCallback((next: HoldPhase) => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    pointer.current = null;
    setPhase(next);
  }, []);

  useInterruptions({ timer, pointer, stop });

  useEffect(() => {
    if (!enabled) stop("idle");
  }, [enabled, stop]);

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (!enabled || event.button !== 0) return;
      if (timer.current !== null) {
        stop("released");
        return;
      }
      pointer.current = event.pointerId;
      vibrate(12);
      setPhase("holding");
      const carryOut = () => {
        stop("idle");
        vibrate([30, 40, 60]);
        done.current();
      };
      // A page that stood still hears of the letting go only now: what waits to be heard goes before the act.
      timer.current = setTimeout(() => {
        timer.current = setTimeout(carryOut);
      }, holdMs);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (pointer.current === event.pointerId && !isInside(event)) stop("released");
    },
    onPointerUp: () => stop("released"),
    onPointerCancel: () => stop("released"),
    onPointerLeave: () => stop("released"),
    onLostPointerCapture: () => stop("released"),
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  };
  return { phase, handlers };
}
