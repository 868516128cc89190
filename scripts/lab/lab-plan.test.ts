import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isEndless } from "@/lib/domain/plan/command-nature";
import { readPlan } from "@/lib/plan-text/read-plan";
import { DEMONSTRATION, labPlan } from "./lab-plan";

const folder = new URL("../../prisma/sample/", import.meta.url);
const parts = ["scm-v1.0.0-mvp.zh-CN.md", "scm-v1.0.0-mvp.checks.zh-CN.md"];
const { plan } = readPlan(parts.map((name) => readFileSync(new URL(name, folder), "utf8")).join(""));
if (plan === null) throw new Error("The sample plan was not understood.");
const own = labPlan(plan, { green: "v1.0.0", blue: "v0.9.0" }, DEMONSTRATION);
const names = new Map(
  [...own.stepGroups.flatMap((group) => group.steps), ...(own.rollback?.steps ?? [])].map(({ id, name }) => [id, name]),
);
const bound = own.bindings.map(({ target, work }) => [
  "step" in target ? (names.get(target.step) ?? "") : target.kind,
  work.kind === "action" ? work.name : work.kind,
]);

test("the lab's plan leaves to the runner what the lab can do for real, and what never ends to an action that is followed", () => {
  expect(bound).toEqual([
    ["traffic", "shop-edge"],
    ["drill", "shop-edge"],
    ["验证服务健康", "green-health"],
    ["自动化冒烟测试脚本", "smoke-test"],
    ["验证流量分配", "who-answers"],
    ["实时日志查看", "follow-log"],
    ["告警检查", "firing-alerts"],
    ["验证", "who-answers"],
    ["验证流量已切回", "all-on-blue"],
    ["通知全员", "tell-everybody"],
  ]);
  const endless = own.stepGroups.flatMap((group) => group.steps).filter(({ commands }) => isEndless(commands));
  expect(endless.map(({ name }) => name)).toEqual(["实时日志查看"]);
});

test("the lab's plan asks the shop only what it counts, within the limits of the plan", () => {
  const measured = own.checks.flatMap(({ name, measure }) => (measure === null ? [] : [[name, measure.kind]]));
  expect(measured).toContainEqual(["错误率", "rate"]);
  expect(measured).toContainEqual(["新版本承担应有的流量", "serving"]);
  expect(measured.map(([name]) => name)).not.toContain("JVM GC时间");
  const limits = own.checks.flatMap(({ measure }) => (measure?.kind === "rate" ? [measure.limit] : []));
  expect(limits).toContain(0.001);
});
