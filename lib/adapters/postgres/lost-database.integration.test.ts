import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { bootEmbeddedPostgres } from "@/lib/adapters/embedded-postgres/boot";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import { composeServices } from "@/lib/server/composition";
import { type Desk, openTestStand, quietLog, samplePlan, startRehearsal } from "@/lib/server/test-stand";
import { startThrowAwayPostgres } from "@/scripts/test/throw-away-postgres";
import { openDatabase } from "./database";

type Ask = Desk["ask"];

/** Repeats a command under its key until it is answered, as browsers do. */
async function untilAnswered(ask: Ask, key: string): Promise<{ answer: CommandAnswer; faults: number }> {
  for (let faults = 0; ; faults += 1) {
    const answer = await ask({ type: "note.add", text: key }, key);
    if (answer.outcome !== "unavailable") return { answer, faults };
    await sleep(20);
  }
}

async function expectEachOnce(desk: Pick<Desk, "releaseId">, { services, count }: Told): Promise<void> {
  const events = await services.listEvents({ releaseId: desk.releaseId, after: 1, limit: 1_000 });
  const texts = events.flatMap((event) => (event.type === "note.added" ? [event.payload.text] : []));
  expect(texts.toSorted()).toEqual(Array.from({ length: count }, (_, n) => `cut-${n}`).toSorted());
  expect(await services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
}
type Told = { services: ReturnType<typeof composeServices>; count: number };

test("connections cut again and again lose nothing and double nothing: the key tells the truth", async () => {
  const stand = await openTestStand();
  const admin = new pg.Client({ connectionString: stand.database.adminUrl });
  await admin.connect();
  const desk = await startRehearsal(stand);
  const count = 120;
  let open = count;
  const answers = Array.from({ length: count }, async (_, n) => {
    const told = await untilAnswered(desk.ask, `cut-${n}`);
    open -= 1;
    return told;
  });
  let cuts = 0;
  while (open > 0) {
    const { rowCount } = await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    cuts += rowCount ?? 0;
    const goal = Math.max(0, open - 15);
    await vi.waitFor(() => expect(open).toBeLessThanOrEqual(goal), { timeout: 30_000, interval: 5 });
  }
  const told = await Promise.all(answers);
  expect(cuts).toBeGreaterThan(0);
  expect(told.every(({ answer }) => answer.outcome === "accepted")).toBe(true);
  expect(told.some(({ faults }) => faults > 0)).toBe(true);
  await expectEachOnce(desk, { services: stand.services, count });
  await admin.end();
  await stand.close();
}, 120_000);

test("the last words of a connection that was given back broken end nothing", async () => {
  const stand = await openTestStand();
  const pool = stand.instances[0]?.pools.pools.ordinary;
  const connection = await pool?.connect();
  connection?.release(new Error("cut in the middle of a command"));
  expect(connection?.emit("error", new Error("terminating connection due to administrator command"))).toBe(true);
  await stand.close();
});

test("a Postgres that dies under load and comes back finds every acknowledged command in the log once", async () => {
  const postgres = await startThrowAwayPostgres();
  const urls = await postgres.migrate("lost");
  const pools = openDatabase({ url: urls.appUrl, log: quietLog });
  const services = composeServices(pools, quietLog);
  const planner = { kind: "person", person: "planner", name: "planner", permissions: ["planner" as const] } as const;
  const actor = { ...planner, permissions: [...planner.permissions] };
  const saved = await services.savePlan({ plan: samplePlan(), source: "#", actor });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const made = await services.createRelease({ planVersionId: saved.value.planVersionId, mode: "rehearsal", actor });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const { releaseId } = made.value;
  const ask: Ask = (command, key = "") => services.submitCommand({ releaseId, key, command, actor });
  const count = 60;
  const answers = Array.from({ length: count }, (_, n) => untilAnswered(ask, `cut-${n}`));
  await answers[0];
  const { folder } = postgres.server;
  const [pid = ""] = (await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGQUIT"); // at once, without tidying up
  await bootEmbeddedPostgres({ folder, passwordFile: join(dirname(folder), "password") });
  const told = await Promise.all(answers);
  expect(told.every(({ answer }) => answer.outcome === "accepted")).toBe(true);
  await expectEachOnce({ releaseId }, { services, count });
  await pools.close();
  await postgres.remove();
}, 120_000);
