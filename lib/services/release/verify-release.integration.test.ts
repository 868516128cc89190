import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Desk, openTestStand, startRehearsal, type TestStand } from "@/lib/server/test-stand";

let stand: TestStand;
let superuser: pg.Client;
let desk: Desk;

beforeAll(async () => {
  stand = await openTestStand();
  superuser = new pg.Client({ connectionString: stand.database.adminUrl });
  await superuser.connect();
  // Who owns the machine can switch the triggers off: what then remains is the chain.
  await superuser.query("SET session_replication_role = replica");
});
afterAll(async () => {
  await superuser.end();
  await stand.close();
});
beforeEach(async () => {
  desk = await startRehearsal(stand);
  for (const text of ["two", "three", "four", "five"]) await desk.must({ type: "note.add", text });
});

const verify = () => stand.services.verifyRelease(desk);
const tamper = (sql: string) => superuser.query(sql.replaceAll("$release", `'${desk.releaseId}'`));

test("an untouched log is sound to its head", async () => {
  expect(await verify()).toMatchObject({ verdict: "sound", seq: 5 });
});

test.each([
  ["payload", `payload = '{"text":"forged"}'`],
  ["author", `actor = jsonb_set(actor, '{name}', '"somebody else"')`],
  ["time", "at = at + 1"],
  ["epoch", "epoch = epoch + 1"],
])("a changed %s is found at its number", async (_what, change) => {
  await tamper(`UPDATE event SET ${change} WHERE "releaseId" = $release AND seq = 3`);
  expect(await verify()).toEqual({ verdict: "broken", seq: 3, wrong: "changed" });
});

test("a deleted event is missing at its number", async () => {
  await tamper(`DELETE FROM event WHERE "releaseId" = $release AND seq = 3`);
  expect(await verify()).toEqual({ verdict: "broken", seq: 3, wrong: "missing" });
});

test("a log whose end was cut off is missed at the first number that is gone", async () => {
  await tamper(`DELETE FROM event WHERE "releaseId" = $release AND seq >= 4`);
  expect(await verify()).toEqual({ verdict: "broken", seq: 4, wrong: "cut-off" });
});

test("two events that changed places are found at the first of them", async () => {
  for (const [from, to] of [
    [3, 99],
    [4, 3],
    [99, 4],
  ]) {
    await tamper(`UPDATE event SET seq = ${to} WHERE "releaseId" = $release AND seq = ${from}`);
  }
  expect(await verify()).toEqual({ verdict: "broken", seq: 3, wrong: "unlinked" });
});

test("an event that was changed and hashed anew breaks the next link", async () => {
  await tamper(`UPDATE event SET hash = repeat('0', 64) WHERE "releaseId" = $release AND seq = 3`);
  expect(await verify()).toEqual({ verdict: "broken", seq: 3, wrong: "changed" });
});

test("a state that is not the fold of the log is found", async () => {
  await tamper(`UPDATE release SET state = jsonb_set(state::jsonb, '{noteCount}', '7') WHERE id = $release`);
  expect(await verify()).toEqual({ verdict: "broken", seq: null, wrong: "state" });
});

test("a step of the plan that was changed in its rows is found", async () => {
  const ofVersion = `"planVersionId" = (SELECT "planVersionId" FROM release WHERE id = $release)`;
  await tamper(`UPDATE plan_step SET commands = 'rm -rf /' WHERE position = 0 AND ${ofVersion}`);
  expect(await verify()).toEqual({ verdict: "broken", seq: null, wrong: "plan-rows" });
});

test("a release that is not there is unknown", async () => {
  expect(await stand.services.verifyRelease({ releaseId: "nowhere" })).toEqual({ verdict: "unknown" });
});
