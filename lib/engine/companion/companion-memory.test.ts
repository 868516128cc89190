import { expect, test } from "vitest";
import { type Memory, restoreCompanion } from "./companion-memory";

const memory: Memory = {
  address: "https://one.test",
  sending: "mark:7.0",
  done: 1,
  open: [
    {
      stage: "stage:1",
      at: 5,
      lines: ["begun"],
      notes: [
        { id: 9, panel: null },
        { id: 10, panel: 3 },
      ],
    },
  ],
};
const stored = JSON.parse(JSON.stringify(memory));

test("what was remembered comes back whole", () => {
  expect(restoreCompanion(stored, "https://one.test")).toEqual(memory);
});

test("at another address no annotation is taken for one of ours: the span is written anew", () => {
  const open = [{ stage: "stage:1", at: 5, lines: ["begun"], notes: [] }];
  expect(restoreCompanion(stored, "https://two.test")).toEqual({
    address: "https://two.test",
    sending: null,
    done: 0,
    open,
  });
});

test("nothing, and what nobody can read, is an empty memory", () => {
  const empty = { address: "a", sending: null, done: 0, open: [] };
  for (const unread of [null, {}, { address: "a", open: [7, { stage: "x" }], done: "2" }]) {
    expect(restoreCompanion(unread, "a")).toEqual(empty);
  }
});
