import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/domain/release/actor";
import { readDocument, saveDocument } from "./save-document";

const member: Actor = { kind: "person", person: "p1", name: "王五", permissions: [] };
const planner: Actor = { ...member, permissions: ["planner"] };
const nothing = { plan: null, findings: [], coverage: { nonBlank: 1, accountedFor: 0 } };

test("whoever may not import a plan does not get one read either", async () => {
  const services = { importPlan: vi.fn(async () => nothing), savePlan: vi.fn() };
  for (const read of [readDocument, saveDocument]) {
    const answer = await read(services, { source: "# a", actor: member });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "forbidden", because: "planner-only" } });
  }
  expect(services.importPlan).not.toHaveBeenCalled();
});

test("a document that is no plan is read for a planner, and not kept", async () => {
  const services = { importPlan: vi.fn(async () => nothing), savePlan: vi.fn() };
  expect(await readDocument(services, { source: "# a", actor: planner })).toEqual({ ok: true, value: nothing });
  const answer = await saveDocument(services, { source: "# a", actor: planner });
  expect(answer).toMatchObject({ ok: false, refusal: { because: "not-a-plan" } });
  expect(services.savePlan).not.toHaveBeenCalled();
});
