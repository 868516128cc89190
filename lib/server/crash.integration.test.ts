import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { checkInvariants } from "@/lib/domain/release/invariants";
import { bundle, root } from "@/scripts/build/bundle.mjs";
import { type Desk, openTestStand, startRehearsal, type TestStand } from "./test-stand";

const script = resolve(root, ".cache/run/service-process.mjs");
let stand: TestStand;

beforeAll(async () => {
  await bundle({ entry: resolve(root, "scripts/test/service-process.ts"), outfile: script });
  stand = await openTestStand();
});
afterAll(() => stand.close());

type Request = { releaseId: string; key: string; command: PersonCommand; actor: TestStand["planner"] };

/** The services in their own process, which can be killed. */
function startProcess(databaseUrl: string) {
  const child: ChildProcess = spawn(process.execPath, [script], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: "silent" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("no pipes");
  const lines = createInterface({ input: stdout });
  stdin.on("error", () => undefined); // written to after the kill
  return {
    /** Null = it died before it answered. */
    ask: async (request: Request): Promise<CommandAnswer | null> => {
      const line = once(lines, "line").then(([text]) => JSON.parse(text).answer);
      stdin.write(`${JSON.stringify({ n: 0, request })}\n`);
      return Promise.race([line, ended.then(() => null)]);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The acts of the night up to the first gate; every one depends on the state, none on its number being known before. */
function nightOf({ plan }: Desk): PersonCommand[] {
  const signs = plan.sections.flatMap(({ items, owners }) =>
    items.map((item): PersonCommand => ({ type: "item.sign", item: item.id, as: owners[0] })),
  );
  const gate = plan.gates[0];
  const before = plan.stages
    .slice(0, 4)
    .map(({ id }): PersonCommand => ({ type: "stage.skip", stage: id, reason: "r" }));
  const votes = (gate?.voters ?? []).map(
    (role): PersonCommand => ({ type: "gate.vote", gate: gate?.id ?? "gate:1", round: 1, vote: "go", as: role }),
  );
  const start: PersonCommand = { type: "release.start", override: "r", expectedSeq: signs.length + 1 };
  return [...signs, start, ...before, ...votes, { type: "release.hold" }, { type: "rollback.start", reason: "r" }];
}

const kills = 50;
/** Before, within and behind the command of a process that has worked already, and of one that has just started. */
const momentsMs = fc.oneof(fc.nat(25), fc.nat(120));

/** The process in use, and the next one that is already starting: the night need not wait for it. */
function relay(databaseUrl: string) {
  let current = startProcess(databaseUrl);
  let next = startProcess(databaseUrl);
  return {
    ask: (request: Request) => current.ask(request),
    kill: async () => {
      await current.kill();
      current = next;
      next = startProcess(databaseUrl);
    },
    end: () => Promise.all([current.kill(), next.kill()]),
  };
}

/** Gives one command and kills the process meanwhile; then again, to the next one, under the same key. */
async function askAndKill(services: ReturnType<typeof relay>, request: Request, afterMs: number) {
  const asked = services.ask(request);
  await sleep(afterMs);
  await services.kill();
  return { first: await asked, second: await services.ask(request) };
}

test(`killed at ${kills} points of a night, with every command repeated under its key, the log has each exactly once`, async () => {
  const desk = await startRehearsal(stand);
  const seed = Date.now();
  const night = nightOf(desk);
  expect(night.length).toBeGreaterThanOrEqual(kills);
  const points = fc.sample(momentsMs, { seed, numRuns: kills });
  const services = relay(stand.database.appUrl);
  const acked: { key: string; answer: CommandAnswer }[] = [];
  for (const [n, command] of night.entries()) {
    const request = { releaseId: desk.releaseId, key: `night-${n}`, command, actor: stand.planner };
    const afterMs = points[n];
    const { first, second } =
      afterMs === undefined
        ? { first: null, second: await services.ask(request) }
        : await askAndKill(services, request, afterMs);
    if (first !== null) expect(second, `seed ${seed}`).toEqual(first);
    if (second === null) throw new Error(`The process ended by itself (seed ${seed}).`);
    acked.push({ key: request.key, answer: second });
  }
  await services.end();
  expect(acked.filter(({ answer }) => answer.outcome !== "accepted")).toEqual([]);
  const events = await stand.services.listEvents({ releaseId: desk.releaseId, after: 0, limit: 1_000 });
  const snapshot = await stand.services.getReleaseSnapshot(desk);
  if (snapshot === null) throw new Error("The release is gone.");
  expect(checkInvariants(desk.plan, events, snapshot.state), `seed ${seed}`).toEqual([]);
  const told = acked.flatMap(({ answer }) => (answer.outcome === "accepted" ? answer.events : []));
  expect(told, `seed ${seed}`).toEqual(events.slice(1).map(({ seq, type }) => ({ seq, type })));
  expect(snapshot.state.status).toBe("rolling_back");
  expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
}, 180_000);
