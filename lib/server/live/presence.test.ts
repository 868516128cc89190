import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Watcher } from "@/lib/contracts/live";
import { Presence, type PresenceNotice } from "./presence";

const zhao: Watcher = { person: "p1", name: "赵六", screen: "console" };
const wall: Watcher = { person: null, name: "大屏", screen: "wall" };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(instance = "one") {
  const shown: string[][] = [];
  const said: PresenceNotice[] = [];
  const presence = new Presence({
    instance,
    onChange: (_, watchers) => shown.push(watchers.map(({ name }) => name)),
    announce: (notice) => said.push(notice),
  });
  return { presence, shown, said };
}

test("a flurry of coming and going is shown once, as it stands", () => {
  const { presence, shown } = open();
  presence.enter("r1", "s1", zhao);
  presence.enter("r1", "s2", wall);
  presence.leave("s2");
  expect(shown).toEqual([]);
  vi.runAllTimers();
  expect(shown).toEqual([["赵六"]]);
});

test("one person with two tabs of the same screen is shown once, until the last is closed", () => {
  const { presence } = open();
  presence.enter("r1", "s1", zhao);
  presence.enter("r1", "s2", zhao);
  expect(presence.watchers("r1")).toEqual([zhao]);
  presence.leave("s1");
  expect(presence.watchers("r1")).toEqual([zhao]);
  presence.leave("s2");
  expect(presence.watchers("r1")).toEqual([]);
});

test("who moves to another release is no longer at the first", () => {
  const { presence } = open();
  presence.enter("r1", "s1", zhao);
  presence.enter("r2", "s1", zhao);
  expect([presence.watchers("r1"), presence.watchers("r2")]).toEqual([[], [zhao]]);
});

test("the other instances' people are shown too, and what they repeat is no news", () => {
  const { presence, shown, said } = open();
  const notice = { instance: "two", releaseId: "r1", watchers: [wall] };
  presence.hear(notice, 0);
  vi.runAllTimers();
  presence.hear(notice, 5_000);
  vi.runAllTimers();
  expect(shown).toEqual([["大屏"]]);
  expect(said).toEqual([]);
});

test("an instance hears itself without believing it twice", () => {
  const { presence } = open("one");
  presence.hear({ instance: "one", releaseId: "r1", watchers: [wall] }, 0);
  expect(presence.watchers("r1")).toEqual([]);
});

test("people of an instance that has fallen silent are forgotten, those of one that repeats itself stay", () => {
  const { presence } = open();
  presence.hear({ instance: "two", releaseId: "r1", watchers: [wall] }, 0);
  presence.hear({ instance: "three", releaseId: "r1", watchers: [zhao] }, 20_000);
  presence.refresh(26_000);
  expect(presence.watchers("r1")).toEqual([zhao]);
});
