import { useRef } from "react";
import { newIdempotencyKey } from "@/lib/queries/command/idempotency-key";

/**
 * The key of an act that is to happen once: the same for the same wish as long as the page stays, so that neither a second click nor a
 * repetition after a lost answer makes a second thing; a new one for another wish.
 */
export function useActKey(): (wish: unknown) => string {
  const last = useRef<{ wish: string; key: string } | null>(null);
  return (wish) => {
    const asked = JSON.stringify(wish);
    if (last.current?.wish !== asked) last.current = { wish: asked, key: newIdempotencyKey() };
    return last.current.key;
  };
}
