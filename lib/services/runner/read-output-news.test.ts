import { expect, test } from "vitest";
import { newest, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { dba, fresh, rm, started } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { readOutputNews } from "./read-output-news";

const COMMANDS = "mysqldump shop\n\ngzip 订单.sql";

/** The release whose step's own commands run as the job. */
function scripted() {
  const [group, ...others] = smallPlan.stepGroups;
  if (group === undefined) throw new Error("The small plan has steps.");
  const steps = group.steps.map((step) => ({ ...step, commands: COMMANDS }));
  const play = started({ plan: boundPlan({ ...smallPlan, stepGroups: [{ ...group, steps }, ...others] }) });
  play.must(rm, { type: "stage.start", stage: "stage:1", ...fresh(play) });
  play.must(rm, { type: "stage.complete", stage: "stage:1", ...fresh(play) });
  play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
  play.must(dba, { type: "step.run", stage: "stage:2", step: "step:1.1" });
  take(play);
  return { job: newest(play), plan: play.plan, state: play.state() };
}

const { job, plan, state } = scripted();

function newsOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  const outputs = {
    append: async () => 0,
    size: async () => bytes.length,
    read: async (_: unknown, { from, limit }: { from: number; limit: number }) => bytes.slice(from, from + limit),
  };
  const findRelease = async () => ({ releaseId: "r1", planVersionId: "v1", plan, state });
  return readOutputNews({ outputs, findRelease }, { releaseId: "r1", job });
}

const lines = async (text: string) => {
  const { line, shown } = await newsOf(text);
  return [line, shown];
};

const HEAD = "备份订单库\n$ mysqldump -h 10.0.0.7 shop\n$ gzip shop.sql\n\n";

test("who may see no commands sees nothing of an output's head, and from there on what others see", async () => {
  expect(await lines("备份")).toEqual(["备份", ""]);
  expect(await lines(HEAD.trimEnd())).toEqual(["$ gzip shop.sql", ""]);
  expect(await lines(HEAD)).toEqual(["$ gzip shop.sql", ""]);
  expect(await lines(`${HEAD}412 MB`)).toEqual(["412 MB", "412 MB"]);
  expect(await lines(`${HEAD}${"x\n".repeat(9_000)}end\n`)).toEqual(["end", "end"]);
  expect(await lines("v2 → 5 %\nnginx: set 5 %\n\n5 % · 40 ms\n")).toEqual(["5 % · 40 ms", "5 % · 40 ms"]);
});

test("a text out of a plan has ended where all of it stands there; blank lines in it end nothing, and a masked one never ends", async () => {
  const script = "Dump\n# bash -euo pipefail; plan version 012345678901, approved by Li, 王五\n";
  expect(await lines(`${script}mysqldump shop\n\n`)).toEqual(["mysqldump shop", ""]);
  expect(await lines(`${script}${COMMANDS}\n\n`)).toEqual(["gzip 订单.sql", ""]);
  expect(await lines(`${script}${COMMANDS}\n\n412 MB`)).toEqual(["412 MB", "412 MB"]);
  expect(await lines(`${script}${COMMANDS}\n\n${"x\n".repeat(9_000)}end\n`)).toEqual(["end", "end"]);
  expect(await lines(`${script}${COMMANDS.replace("shop", "•••")}\n\n412 MB`)).toEqual(["412 MB", ""]);
});
