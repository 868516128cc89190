import { expect, it } from "vitest";
import { releaseSources } from "./release-sources";
import { samplePlan } from "./test-stand";

it("sixty rehearsals watched in turn each keep the shop that was opened for them: none has to count anew", async () => {
  const asked: { releaseId: string; after: number }[] = [];
  const sources = releaseSources({
    defined: async () => [],
    listEvents: async ({ releaseId, after }) => {
      asked.push({ releaseId, after });
      return [];
    },
  });
  const plan = samplePlan();
  const clock = { mode: "rehearsal" as const, speed: 60, startsAt: 1_800_000_000_000, startedAt: null };
  const ids = Array.from({ length: 60 }, (_, index) => `r${index}`);
  const open = async () => {
    const found = [];
    for (const releaseId of ids) found.push(...(await sources.of({ releaseId, plan, clock })));
    return found;
  };
  const first = await open();
  const again = await open();
  expect(again.map((source, index) => source === first[index])).toEqual(ids.map(() => true));
  expect(asked).toHaveLength(120);
});
