import { expect, test } from "vitest";
import { newIdempotencyKey } from "./idempotency-key";
import { readAnswer } from "./read-answer";

const problem = (status: number, body: object) => new Response(JSON.stringify(body), { status });

test("an accepted command gives its number and events", async () => {
  const answer = await readAnswer(problem(200, { seq: 4, events: [{ seq: 4, type: "release.held" }] }));
  expect(answer).toEqual({ outcome: "accepted", seq: 4, events: [{ seq: 4, type: "release.held" }] });
});

test("a refusal keeps its kind, its reason and its facts", async () => {
  const refusal = { kind: "already", because: "already-held", facts: { name: "赵六" } };
  const answer = await readAnswer(problem(409, { title: "x", status: 409, ...refusal }));
  expect(answer).toEqual({ outcome: "refused", refusal: { ...refusal, by: undefined, unmet: undefined } });
});

test("a fault says nothing about whether it happened", async () => {
  expect(await readAnswer(problem(503, { id: "e7" }))).toEqual({ outcome: "unavailable", id: "e7" });
  expect(await readAnswer(new Response("<html>", { status: 502 }))).toEqual({ outcome: "unavailable", id: "502" });
});

test("whoever is not signed in is told that", async () => {
  expect(await readAnswer(problem(401, {}))).toEqual({ outcome: "unauthenticated" });
});

test("an answer of somebody in between is still a refusal", async () => {
  const answer = await readAnswer(new Response("Too many", { status: 429 }));
  expect(answer).toMatchObject({ outcome: "refused", refusal: { kind: "rate_limited" } });
});

test("a page over plain http, without randomUUID, makes keys of the same form", () => {
  const whole = crypto.randomUUID;
  Reflect.deleteProperty(crypto, "randomUUID");
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  try {
    expect(newIdempotencyKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  } finally {
    Object.defineProperty(crypto, "randomUUID", { value: whole, configurable: true });
  }
});
