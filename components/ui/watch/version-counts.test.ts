import { expect, test } from "vitest";
import { awaitedRound, type CountedRequests, type Round } from "@/lib/contracts/round";
import { versionCounts } from "./version-counts";

function roundWith(traffic: Partial<CountedRequests>): Round {
  const none = { share: 5, since: 0, at: 0, green: 0, blue: 0, nobody: 0, other: 0, versions: [] };
  return { ...awaitedRound("r1"), traffic: { ...none, ...traffic } };
}

test("each side is told by the versions that it named, the new one first, the commonest before a strange one", () => {
  const versions = [
    { side: "blue" as const, version: "v1", count: 900 },
    { side: "green" as const, version: "v1", count: 2 },
    { side: "green" as const, version: "v2", count: 48 },
  ];
  expect(
    versionCounts(roundWith({ green: 50, blue: 900, versions })).map(({ version, count }) => [version, count]),
  ).toEqual([
    ["v2", 48],
    ["v1", 2],
    ["v1", 900],
  ]);
});

test("a side that named no version is told by its requests, one that served nobody not at all", () => {
  expect(versionCounts(roundWith({ green: 0, blue: 7 }))).toEqual([{ side: "blue", version: null, count: 7 }]);
});

test("nothing is told where nobody counts", () => {
  expect(versionCounts(null)).toEqual([]);
  expect(versionCounts(awaitedRound("r1"))).toEqual([]);
});
