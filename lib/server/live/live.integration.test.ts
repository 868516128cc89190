import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { postgresOutputStore } from "@/lib/adapters/postgres/postgres-output-store";
import { postgresWatchStore } from "@/lib/adapters/postgres/postgres-watch-store";
import type { OutputNews } from "@/lib/contracts/job-output";
import type { ReleaseSnapshot } from "@/lib/contracts/live";
import { handshake, openLine, openScreen, type Screen, screenOrigin, until } from "@/lib/queries/release/test-screen";
import { type Desk, openTestStand, startRehearsal, type TestStand } from "../test-stand";
import { type Hub, openHub, type TestAccess, testAccess } from "./test-hub";

let stand: TestStand;
let superuser: pg.Client;
let access: TestAccess;
let hubs: Hub[];
let desk: Desk;
let screens: Screen[];

beforeAll(async () => {
  stand = await openTestStand({ instances: 2 });
  superuser = new pg.Client({ connectionString: stand.database.adminUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await stand.close();
});
beforeEach(async () => {
  access = testAccess();
  const parts = { stand, access, publicOrigin: screenOrigin };
  hubs = [await openHub(parts), await openHub(parts)];
  desk = await startRehearsal(stand);
  screens = [];
});
afterEach(async () => {
  for (const { line } of screens) line.disconnect();
  await Promise.all(hubs.map((hub) => hub.close()));
});

function hub(index: number): Hub {
  const found = hubs[index];
  if (found === undefined) throw new RangeError("There are two hubs.");
  return found;
}

async function snapshot(): Promise<ReleaseSnapshot> {
  const found = await stand.services.getReleaseSnapshot({ releaseId: desk.releaseId });
  if (found === null) throw new Error("The release is gone.");
  return found;
}

async function watch(index: number, door = {}): Promise<Screen> {
  const screen = await openScreen(hub(index), await snapshot(), door);
  screens.push(screen);
  return screen;
}

/** Notes from every instance at once; some are too long for an announcement. */
async function write(count: number): Promise<void> {
  const { releaseId } = desk;
  const submit = (index: number) => {
    const { services } = stand.instances[index % 2] ?? stand;
    const text = index % 10 === 0 ? "长".repeat(3_000) : `note ${index}`;
    const key = `${releaseId}-${index}-${Math.random()}`;
    return services.submitCommand({ releaseId, key, command: { type: "note.add", text }, actor: stand.planner });
  };
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    for (let index = lane; index < count; index += 8) {
      const answer = await submit(index);
      if (answer.outcome !== "accepted") throw new Error(JSON.stringify(answer));
    }
  });
  await Promise.all(lanes);
}

async function everyScreenEqualsTheLog(withinMs?: number): Promise<void> {
  const stored = await snapshot();
  await until(() => screens.every(({ seq }) => seq() === stored.state.seq), `all at ${stored.state.seq}`, withinMs);
  for (const screen of screens) {
    expect(screen.gaps).toEqual([]);
    expect(screen.state()).toEqual(stored.state);
    expect(screen.head()).toBe(stored.head);
  }
}

async function cutListeners(): Promise<number> {
  const { rowCount } = await superuser.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'holdpoint live' and datname = $1",
    [stand.database.name],
  );
  return rowCount ?? 0;
}

/** The rows of a session and of a link: that they end is what the instances are told by the database. */
async function endStoredSession(person: string): Promise<void> {
  await superuser.query(
    `insert into session (id, token, "userId", "expiresAt") values ('s1', 't1', $1, now() + interval '1 hour')`,
    [person],
  );
  await superuser.query("delete from session where id = 's1'");
}

async function revokeStoredLink(): Promise<void> {
  await superuser.query(
    `insert into display_link (id, hash, name, "releaseId", "createdBy") values ('d1', 'h1', '大屏', $1, 'planner')`,
    [desk.releaseId],
  );
  await superuser.query(`update display_link set "revokedAt" = now() where id = 'd1'`);
}

test("two instances show the same log to all their screens, in order and without a gap, while both write", async () => {
  for (const index of [0, 0, 0, 1, 1, 1]) await watch(index, { transport: index === 1 ? "polling" : "websocket" });
  await write(200);
  await everyScreenEqualsTheLog();
});

test("a listening connection that is killed in the middle leaves no gap for longer than five seconds", async () => {
  for (const index of [0, 1]) await watch(index);
  const writing = write(120);
  await until(() => (screens[0]?.seq() ?? 0) > 30, "a quarter is written");
  expect(await cutListeners()).toBe(2);
  await writing;
  await everyScreenEqualsTheLog(5_000);
});

test("a screen that comes back with an old number gets what it missed with the answer to its joining", async () => {
  const before = await snapshot();
  await watch(0);
  await write(12);
  const late = await openScreen(hub(0), before);
  screens.push(late);
  await everyScreenEqualsTheLog();
});

test("a screen that asks while nobody here followed the release sees the same", async () => {
  const before = await snapshot();
  await write(12);
  screens.push(await openScreen(hub(1), before));
  await write(4);
  await everyScreenEqualsTheLog();
});

test("a round that one instance keeps is shown on the screens of both, and on displays", async () => {
  const { releaseId } = desk;
  access.links.set("token-1", { releaseId, name: "大屏" });
  for (const [index, door] of [[0], [1], [1, { displayToken: "token-1" }]] as const) await watch(index, door);
  const seen: number[] = [];
  for (const { line } of screens) line.on("round", ({ evidence }) => seen.push(evidence.roundAt));
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  const watches = postgresWatchStore(instance.pools);
  await watches.hold({ worker: "one", leaseMs: 60_000 });
  const evidence = { roundAt: 7, verdicts: {}, observedShare: 5, wantedShare: 5, band: "in", intervalMs: 1 } as const;
  await watches.keep({
    worker: "one",
    round: { releaseId, evidence, readings: [], sources: [] },
    memory: {},
    samples: [],
  });
  await until(() => seen.length === 3, "three screens saw the round");
  expect(seen).toEqual([7, 7, 7]);
});

describe("who may look", () => {
  test.each([
    ["a page of another origin", { origin: "https://evil.test" }],
    ["a page without an origin", { origin: "null" }],
  ])("%s gets no connection", async (_, door) => {
    const line = openLine(hub(0), door);
    expect(await handshake(line)).not.toBeNull();
    line.disconnect();
  });

  test.each([
    ["without a session", { cookie: "session=other" }],
    ["with a display link that is not there", { displayToken: "guessed" }],
  ])("a page %s is told to sign in", async (_, door) => {
    const line = openLine(hub(0), door);
    expect(await handshake(line)).toBe("unauthenticated");
    line.disconnect();
  });

  test("the eleventh screen of one person is refused", async () => {
    for (let count = 0; count < 10; count += 1) await watch(0);
    const line = openLine(hub(0));
    expect(await handshake(line)).toBe("too_many_screens");
    line.disconnect();
  });

  test("a session that is ended says goodbye to its screens within two seconds, and to no others", async () => {
    access.sessions.set("session=two", { person: "li", name: "李四", permissions: [] });
    const [mine, other] = [await watch(0), await watch(1, { cookie: "session=two" })];
    let reason = "";
    mine.line.on("goodbye", (message) => {
      reason = message.reason;
    });
    access.sessions.delete("session=one");
    await endStoredSession("planner");
    await until(() => !mine.line.connected, "the screen is sent away", 2_000);
    expect(reason).toBe("signed_out");
    await write(2);
    screens = [other];
    await everyScreenEqualsTheLog();
  });

  test("a person whose session ended meanwhile may not join", async () => {
    const line = openLine(hub(0));
    expect(await handshake(line)).toBeNull();
    access.sessions.delete("session=one");
    const answer = await line.emitWithAck("join", { releaseId: desk.releaseId, seq: 0, screen: "console" });
    expect(answer).toEqual({ ok: false, reason: "forbidden" });
    line.disconnect();
  });
});

describe("a display", () => {
  beforeEach(() => access.links.set("link", { releaseId: desk.releaseId, name: "大屏" }));

  test("sees its release without phone numbers and mail addresses", async () => {
    const display = await watch(0, { displayToken: "link" });
    const person = await watch(0);
    const seen: string[] = [];
    for (const { line } of [display, person]) {
      line.on("events", ({ events }) =>
        seen.push(...events.map((event) => (event.type === "note.added" ? event.payload.text : ""))),
      );
    }
    await desk.must({ type: "note.add", text: "call 13912345678" });
    await until(() => seen.length === 2, "both have it");
    expect(seen.sort()).toEqual(["call 13912345678", "call •••"]);
  });

  test("reads the end of a job's output as it is written, on whichever instance, and neither phone number nor command for displays", async () => {
    const [display, person] = [await watch(1, { displayToken: "link" }), await watch(0)];
    const seen = new Map<string, OutputNews>();
    display.line.on("output", (news) => seen.set("display", news));
    person.line.on("output", (news) => seen.set("person", news));
    const [instance] = stand.instances;
    if (instance === undefined) throw new RangeError("A stand has an instance.");
    const outputs = postgresOutputStore(instance.pools);
    const ref = { releaseId: desk.releaseId, job: "job:1" as const };
    const head = Uint8Array.from(Buffer.from("备份\n$ mysqldump -h 10.0.0.7\n\n"));
    await outputs.append(ref, { from: 0, data: head });
    await until(() => seen.size === 2, "both read the head");
    expect(seen.get("person")).toEqual({ ...ref, size: head.length, line: "$ mysqldump -h 10.0.0.7" });
    expect(seen.get("display")).toEqual({ ...ref, size: head.length, line: "" });
    const data = Uint8Array.from(Buffer.from("dumping\n\u001b[32mdone, call 13912345678\u001b[0m\n"));
    await outputs.append(ref, { from: head.length, data });
    const size = head.length + data.length;
    await until(() => [...seen.values()].every((news) => news.size === size), "both read the rest");
    const told = { ...ref, size };
    expect(seen.get("person")).toEqual({ ...told, line: "done, call 13912345678" });
    expect(seen.get("display")).toEqual({ ...told, line: "done, call •••" });
  });

  test("is let in by the link that its browser keeps, too", async () => {
    const cookie = `theme=dark; holdpoint_display=${desk.releaseId}.link`;
    const display = await watch(1, { cookie });
    await desk.must({ type: "note.add", text: "13912345678" });
    await until(() => display.seq() === 2, "it sees the note");
    access.links.delete("link");
    const late = openLine(hub(1), { cookie });
    expect(await handshake(late)).toBe("unauthenticated");
    late.disconnect();
  });

  test("sees no other release, and none that is not there", async () => {
    const other = await startRehearsal(stand);
    const line = openLine(hub(0), { displayToken: "link" });
    expect(await handshake(line)).toBeNull();
    const ask = (releaseId: string) => line.emitWithAck("join", { releaseId, seq: 0, screen: "wall" });
    expect(await ask(other.releaseId)).toEqual({ ok: false, reason: "forbidden" });
    access.links.set("link", { releaseId: "nowhere", name: "大屏" });
    expect(await ask("nowhere")).toEqual({ ok: false, reason: "unknown" });
    line.disconnect();
  });

  test("is sent away when its link is revoked", async () => {
    const display = await watch(0, { displayToken: "link" });
    let reason = "";
    display.line.on("goodbye", (message) => {
      reason = message.reason;
    });
    access.links.delete("link");
    await revokeStoredLink();
    await until(() => !display.line.connected, "the display is sent away", 2_000);
    expect(reason).toBe("revoked");
  });
});

test("everyone sees who else is watching, on whichever instance, and who has gone", async () => {
  access.sessions.set("session=two", { person: "li", name: "李四", permissions: [] });
  const names = new Map<number, string[]>();
  const [one, two] = [await watch(0), await watch(1, { cookie: "session=two" })];
  for (const [index, { line }] of [one, two].entries()) {
    line.on("presence", ({ watchers }) => names.set(index, watchers.map(({ name }) => name).sort()));
  }
  await watch(0);
  await until(
    () => [0, 1].every((index) => names.get(index)?.join() === ["李四", "赵六"].sort().join()),
    "both see both",
  );
  two.line.disconnect();
  await until(() => names.get(0)?.join() === "赵六", "the one who left is not shown");
});

test("the heart beats with the server's time, and answers how late it is", async () => {
  const screen = await watch(0);
  const beat = await new Promise<{ serverNow: number; database: string }>((done) => screen.line.on("heartbeat", done));
  expect(beat.database).toBe("up");
  const asked = await screen.line.emitWithAck("clock");
  expect(Math.abs(asked - beat.serverNow)).toBeLessThan(5_000);
});
