import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { companionStand, firstStage, publicUrl, startFirst, toldOf } from "./test-companion";
import { startRehearsal } from "./test-stand";

const soon = { timeout: 20_000, interval: 100 };
const night = companionStand();
beforeAll(night.open);
afterEach(night.tidy);
afterAll(night.close);

test("a stage is one region from its start to its end, a rollback two points, each with who, tags and the way back", async () => {
  const { grafana } = await night.source();
  const live = await night.live();
  night.follow();
  await startFirst(live);
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(1), soon);
  const [region] = toldOf(grafana, live);
  expect(region).not.toHaveProperty("timeEnd");
  expect(region?.tags).toEqual(expect.arrayContaining(["holdpoint", `release:${live.releaseId}`, "stage"]));
  await live.must({ type: "stage.stop", stage: firstStage, reason: "too <slow>" });
  await vi.waitFor(() => expect(toldOf(grafana, live)[0]).toHaveProperty("timeEnd"), soon);
  expect(region?.timeEnd).toBeGreaterThan(region?.time ?? 0);
  expect(region?.text).toContain("boss");
  expect(region?.text).toContain("too &lt;slow&gt;");
  expect(region?.text).toContain(`href="${publicUrl}/releases/${live.releaseId}"`);
  await live.must({ type: "rollback.start", reason: "back" });
  await live.must({ type: "rollback.complete", failures: "a test" });
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(3), soon);
  expect(
    toldOf(grafana, live)
      .slice(1)
      .map(({ tags }) => tags.includes("rollback")),
  ).toEqual([true, true]);
});

test("a Grafana that goes away in the middle is told all of it when it is back, and its lamp says since when", async () => {
  const { grafana } = await night.source();
  const live = await night.live();
  const one = night.follow();
  await startFirst(live);
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(1), soon);
  grafana.mood = "down";
  await live.must({ type: "stage.stop", stage: firstStage, reason: "slow" });
  await live.must({ type: "rollback.start", reason: "back" });
  await vi.waitFor(
    async () => expect(await night.stateOf(live.releaseId)).toMatchObject({ because: "http-503" }),
    soon,
  );
  expect(await night.stateOf(live.releaseId)).toMatchObject({
    failingSince: expect.any(Number),
    deliveredAt: expect.any(Number),
  });
  await one.stop();
  grafana.mood = "up";
  night.follow();
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(2), soon);
  expect(toldOf(grafana, live)[0]).toHaveProperty("timeEnd");
  await vi.waitFor(
    async () => expect(await night.stateOf(live.releaseId)).toMatchObject({ failingSince: null, because: null }),
    soon,
  );
});

test("an annotation whose answer got lost is found again, by another process too, and not written twice", async () => {
  const { grafana } = await night.source();
  const live = await night.live();
  grafana.mood = "deaf";
  const one = night.follow();
  await startFirst(live);
  await vi.waitFor(
    async () => expect(await night.stateOf(live.releaseId)).toMatchObject({ failingSince: expect.any(Number) }),
    soon,
  );
  await one.stop();
  expect(toldOf(grafana, live)).toHaveLength(1);
  grafana.mood = "up";
  night.follow({ index: 1 });
  await live.must({ type: "stage.stop", stage: firstStage, reason: "slow" });
  await vi.waitFor(() => expect(toldOf(grafana, live)[0]).toHaveProperty("timeEnd"), soon);
  expect(toldOf(grafana, live)).toHaveLength(1);
});

test("of two processes only one tells it", async () => {
  const { grafana } = await night.source({ dashboardUid: "night", panels: [3, 4] });
  const live = await night.live();
  night.follow();
  night.follow({ index: 1 });
  await startFirst(live);
  await live.must({ type: "stage.stop", stage: firstStage, reason: "slow" });
  await vi.waitFor(
    () => expect(toldOf(grafana, live).filter(({ timeEnd }) => timeEnd !== undefined)).toHaveLength(2),
    soon,
  );
  expect(toldOf(grafana, live).map(({ panelId }) => panelId)).toEqual([3, 4]);
});

test("nothing of a rehearsal leaves the machine", async () => {
  const { grafana } = await night.source();
  const desk = await startRehearsal(night.stand());
  await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.start", stage: firstStage, expectedSeq: await desk.seq() });
  const live = await night.live();
  night.follow();
  await startFirst(live);
  // The live one, which comes later in the log's time, was told: the rehearsal's turn would have been before or with it.
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(1), soon);
  expect(await night.stateOf(desk.releaseId)).toBeUndefined();
  expect(toldOf(grafana, desk)).toEqual([]);
});

test("at another address nobody's annotation is changed: the stage is written anew there, whole", async () => {
  const { grafana, sourceId, put } = await night.source();
  const live = await night.live();
  night.follow();
  await startFirst(live);
  await vi.waitFor(() => expect(toldOf(grafana, live)).toHaveLength(1), soon);
  const other = await night.grafana();
  await put({ id: sourceId, url: other.url });
  await live.must({ type: "stage.stop", stage: firstStage, reason: "slow" });
  await vi.waitFor(() => expect(toldOf(other, live)).toHaveLength(1), soon);
  const [begun] = toldOf(grafana, live);
  expect(begun).not.toHaveProperty("timeEnd");
  expect(toldOf(other, live)[0]).toMatchObject({ time: begun?.time, timeEnd: expect.any(Number) });
  expect(other.seen.every(({ method }) => method !== "PATCH")).toBe(true);
  expect(other.seen.some(({ authorisation }) => authorisation === "Bearer hush")).toBe(false);
});

describe("the address is checked as a source's is", () => {
  test("credentials follow no redirect to another host", async () => {
    const other = await night.grafana();
    const { grafana } = await night.source();
    Object.assign(grafana, { mood: "elsewhere", elsewhere: `${other.url}/api/annotations` });
    const live = await night.live();
    night.follow();
    await startFirst(live);
    await vi.waitFor(
      async () => expect(await night.stateOf(live.releaseId)).toMatchObject({ because: "redirected" }),
      soon,
    );
    expect(grafana.seen.every(({ authorisation }) => authorisation === "Bearer hush")).toBe(true);
    expect(other.seen).toEqual([]);
  });

  test("this machine's own addresses are refused, unless it is a lab", async () => {
    const { grafana } = await night.source();
    const live = await night.live();
    night.follow({ allowLoopback: false });
    await startFirst(live);
    await vi.waitFor(
      async () => expect(await night.stateOf(live.releaseId)).toMatchObject({ because: "address_refused" }),
      soon,
    );
    expect(grafana.seen).toEqual([]);
  });
});
