import { expect, test } from "vitest";
import { foldLog } from "@/lib/domain/release/evolve";
import { observing } from "@/lib/domain/release/fixtures/small-night";
import { encodeState } from "./encode-state";

test("at every event of a night the text is what JSON makes of the state, whatever was encoded before", () => {
  const { plan, events } = observing();
  const log = events();
  for (let length = 1; length <= log.length; length += 1) {
    const state = foldLog(plan, log.slice(0, length));
    if (state === null) throw new Error("The log is empty.");
    expect(encodeState(state)).toBe(JSON.stringify(state));
    expect(encodeState(state)).toBe(JSON.stringify(state));
  }
});
