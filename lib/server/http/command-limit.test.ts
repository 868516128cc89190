import { expect, test } from "vitest";
import { type CommandLimit, commandLimit } from "./command-limit";

const looked: string[] = [];
const limited = () =>
  commandLimit(5, async (releaseId) => {
    looked.push(releaseId);
    return releaseId === "rehearsal";
  });

async function allowedOf(limit: CommandLimit, asked: { person: string; releaseId: string }, times: number) {
  let allowed = 0;
  for (let n = 0; n < times; n += 1) if ((await limit.take(asked)).allowed) allowed += 1;
  return allowed;
}

test("a person gives so many commands a minute to a live release, and as many to another one", async () => {
  const limit = limited();
  expect(await allowedOf(limit, { person: "a", releaseId: "live" }, 9)).toBe(5);
  expect(await allowedOf(limit, { person: "a", releaseId: "another" }, 9)).toBe(5);
  expect(await allowedOf(limit, { person: "b", releaseId: "live" }, 3)).toBe(3);
  expect(await limit.take({ person: "a", releaseId: "live" })).toMatchObject({ retryAfterMs: expect.any(Number) });
});

test("who plays a whole rehearsal alone is not stopped, and yet has a limit", async () => {
  const limit = limited();
  expect(await allowedOf(limit, { person: "a", releaseId: "rehearsal" }, 60)).toBe(50);
});

test("over all releases together there is a limit, so that new names bring no new allowance", async () => {
  const limit = limited();
  let allowed = 0;
  for (let n = 0; n < 80; n += 1) if ((await limit.take({ person: "a", releaseId: `r${n}` })).allowed) allowed += 1;
  expect(allowed).toBe(50);
});

test("what kind of release it is, is asked for only beyond the ordinary limit", async () => {
  looked.length = 0;
  await allowedOf(limited(), { person: "a", releaseId: "rehearsal" }, 5);
  expect(looked).toEqual([]);
});
