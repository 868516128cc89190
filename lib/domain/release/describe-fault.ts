import type { EventBody } from "./events";

type FaultEvent = Extract<EventBody, { type: "fault.injected" | "fault.cleared" | "fault.scripted" }>;

/** What a fault's sentence needs: whether a hand or a script did it, and the level where the fault has one. */
export function faultWords(event: FaultEvent) {
  if (event.type === "fault.scripted") {
    const { name, rows } = event.payload;
    return { variant: rows.length === 0 ? "ended" : "given", values: { script: name, count: rows.length } };
  }
  const { fault, script } = event.payload;
  const percent = event.type === "fault.injected" ? event.payload.percent : null;
  return {
    variant: script === undefined ? "by_hand" : "by_script",
    values: { level: percent === null ? "" : ` ${percent} %`, script: script ?? "" },
    words: { fault },
  };
}
