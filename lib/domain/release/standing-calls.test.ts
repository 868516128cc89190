import { expect, test } from "vitest";
import type { CallAbout, CallState } from "./call";
import { blindCallsAt, standingCalls } from "./standing-calls";

const by = { kind: "system", name: "holdpoint" } as const;
const mark = (at: number) => ({ by, at, releaseAt: at });
const lines = { from: 1, to: 1 };
const plan = {
  triggers: [
    { id: "trigger:p0-1", level: "P0", text: "", check: null, lines },
    { id: "trigger:p1-1", level: "P1", text: "", check: null, lines },
  ],
} as const;

function call(about: CallAbout, at: number, more: Partial<CallState> = {}): CallState {
  return { ...mark(at), about, acknowledged: null, escalated: null, ...more };
}

const p0: CallAbout = { kind: "trigger", trigger: "trigger:p0-1" };
const p1: CallAbout = { kind: "trigger", trigger: "trigger:p1-1" };
const source: CallAbout = { kind: "source", source: "prometheus" };

test("P0 is decided about before a lost source, and that before P1, whichever was first", () => {
  const calls = { "call:a": call(p1, 1), "call:b": call(source, 2), "call:c": call(p0, 3) } as const;
  const order = standingCalls({ triggers: [...plan.triggers] }, { calls });
  expect(order.map(({ call: id }) => id)).toEqual(["call:c", "call:b", "call:a"]);
});

test("an escalated call stands before an open one, one that somebody has taken comes last", () => {
  const calls = {
    "call:a": call(p0, 1, { acknowledged: mark(5) }),
    "call:b": call(p1, 2),
    "call:c": call(p1, 3, { escalated: mark(6) }),
  } as const;
  const order = standingCalls({ triggers: [...plan.triggers] }, { calls });
  expect(order.map(({ call: id }) => id)).toEqual(["call:c", "call:b", "call:a"]);
});

test("a call escalates two real minutes after it was raised, blindness calls after one", () => {
  const [only] = standingCalls({ triggers: [...plan.triggers] }, { calls: { "call:a": call(p0, 1_000) } });
  expect(only?.escalatesAt).toBe(121_000);
  expect(blindCallsAt({ blind: { since: 1_000, source: "prometheus" } })).toBe(61_000);
  expect(blindCallsAt({ blind: null })).toBeNull();
});
