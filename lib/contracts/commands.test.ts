import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAULTS } from "@/lib/domain/release/fault";
import { COMMAND_SCHEMAS, readPersonCommand } from "./commands";
import { isStorable, LATEST_INSTANT } from "./text";

const said = fc.string({ unit: "grapheme", maxLength: 100 }).filter(isStorable);
const filled = said.filter((text) => text.trim() !== "");
const reference = (kind: string) => filled.map((rest) => `${kind}:${rest}`);
const seq = fc.nat();
const round = fc.integer({ min: 1, max: 50 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const person = fc.record({ id: filled, name: said });
const evidence = fc.record({ text: optional(said), link: optional(fc.webUrl()) });

const THEN = "then";

/** Values that are good for a field, by its name: the schemas are walked by the names of their fields. */
const FIELDS: Record<string, fc.Arbitrary<unknown>> = {
  as: reference("role"),
  role: reference("role"),
  person,
  substitutes: fc.array(person, { maxLength: 3 }),
  item: reference("item"),
  stage: reference("stage"),
  gate: reference("gate"),
  trigger: reference("trigger"),
  followup: reference("followup"),
  playbook: reference("playbook"),
  window: reference("window"),
  criterion: reference("criterion"),
  call: reference("call"),
  job: fc.integer({ min: 1, max: 999 }).map((number) => `job:${number}`),
  fault: fc.constantFrom(...FAULTS),
  percent: fc.constantFrom(0.2, 1, 100),
  expectedSeq: seq,
  round,
  run: round,
  at: seq,
  tookMs: fc.nat({ max: 86_400_000 }),
  share: fc.integer({ min: 0, max: 100 }),
  onBehalf: fc.boolean(),
  met: fc.boolean(),
  vote: fc.constantFrom("go", "no_go"),
  decision: fc.constantFrom("go", "no_go"),
  [THEN]: fc.constantFrom("hold", "rollback"),
};

const SPECIAL: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  "rollback.step": { step: reference("rollback-step"), outcome: fc.constantFrom("done", "failed", "skipped") },
  "rollback.run": { step: reference("rollback-step") },
  "playbook.step": { step: reference("playbook-step") },
  "step.resolve": { outcome: fc.constantFrom("done", "failed") },
  "item.sign": { evidence },
  "step.complete": { evidence },
  "note.add": { text: filled },
};

function valuesFor(type: string, field: string): fc.Arbitrary<unknown> {
  const step = field === "step" ? reference("step") : undefined;
  return SPECIAL[type]?.[field] ?? step ?? FIELDS[field] ?? said;
}

const wellFormed = fc.constantFrom(...Object.entries(COMMAND_SCHEMAS)).chain(([type, schema]) => {
  const fields = Object.entries(schema.shape).filter(([field]) => field !== "type");
  const record = Object.fromEntries(
    fields.map(([field, rule]) => {
      const value = valuesFor(type, field);
      return [field, rule.safeParse(undefined).success ? optional(value) : value];
    }),
  );
  return fc.record(record).map((payload) => ({ ...payload, type }));
});

describe("readPersonCommand", () => {
  it("takes every well-formed command unchanged, also after its way through JSON", () => {
    fc.assert(
      fc.property(wellFormed, (command) => {
        const sent: unknown = JSON.parse(JSON.stringify(command));
        expect(readPersonCommand(sent)).toEqual({ ok: true, value: sent });
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws, whatever comes in, and refuses what is no command", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        const read = readPersonCommand(value);
        if (!read.ok) expect(["invalid", "needs_reason"]).toContain(read.refusal.kind);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(COMMAND_SCHEMAS)), fc.jsonValue(), (type, payload) => {
        readPersonCommand(typeof payload === "object" ? { ...payload, type } : payload);
      }),
    );
  });

  it.each(["gate.expire", "gate.lapse", "rollback.due", "check.report", "toString", "__proto__", ""])(
    "refuses %s, which is not a person's to ask",
    (type) => expect(readPersonCommand({ type, gate: "gate:1", round: 1 })).toMatchObject({ ok: false }),
  );

  it("asks for the reason where one is missing", () => {
    const read = readPersonCommand({ type: "item.waive", item: "item:1" });
    expect(read).toMatchObject({ ok: false, refusal: { kind: "needs_reason" } });
  });

  it.each([
    ["a null character", "a\u0000b"],
    ["half a character", "a\ud83d"],
    ["more than 2,000 characters", "x".repeat(2001)],
  ])("refuses a reason with %s", (_, reason) => {
    const read = readPersonCommand({ type: "release.cancel", reason });
    expect(read).toMatchObject({ ok: false, refusal: { kind: "invalid", facts: { field: "reason" } } });
  });

  it("refuses a rollback planned for a time that no screen could write", () => {
    const planned = (at: number) => readPersonCommand({ type: "rollback.schedule", at, reason: "late" });
    expect(planned(Number.MAX_SAFE_INTEGER)).toMatchObject({ ok: false, refusal: { facts: { field: "at" } } });
    expect(planned(LATEST_INSTANT)).toMatchObject({ ok: true });
    expect(new Date(LATEST_INSTANT).getUTCFullYear()).toBe(9999);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", " https://x", "file:///etc/passwd"])(
    "refuses the link %s as evidence",
    (link) => {
      const read = readPersonCommand({ type: "item.sign", item: "item:1", evidence: { link } });
      expect(read).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    },
  );
});
