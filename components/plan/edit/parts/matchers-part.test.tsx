import { expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PlaybookMatcher } from "@/lib/domain/plan/playbook-matcher";
import { prepared } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { draftPlan } from "@/lib/plan-text/draft-plan";
import { playbooks } from "./safety-parts";

function planOf(symptom: string, matchers?: PlaybookMatcher[]): Plan {
  const own = matchers === undefined ? {} : { matchers };
  return { ...smallPlan, playbooks: smallPlan.playbooks.map((one) => ({ ...one, symptom, ...own })) };
}

const formOf = (plan: Plan, locale: "en" | "zh-CN" = "en") =>
  consoleMarkup(playbooks.render({ owner: plan, plan, onChange: () => undefined }), prepared(), { locale });
const controlOf = (html: string, label: string) => {
  const [, id = ""] = new RegExp(`<label for="([^"]+)"[^>]*>${label}`, "u").exec(html) ?? [];
  return new RegExp(`<(?:input|select)[^>]* id="${id}"[^>]*>`, "u").exec(html)?.[0] ?? "";
};

it("what raises a playbook by its symptom alone is said, and that nothing does", () => {
  const quoted = planOf("the application log says “FATAL: connection refused”; errors");
  expect(readable(formOf(quoted))).toContain("As its symptom says: “FATAL: connection refused” · errors < 1 %");
  expect(readable(formOf(quoted))).toContain("Say it here instead");
  expect(readable(formOf(planOf("slow"), "zh-CN"))).toContain("还没有：现象里既没有引用错误信息，也没有提到检查。");
});

it("each kind that raises a playbook has its own fields, with what is in the plan", () => {
  const html = formOf(
    planOf("slow", [
      { kind: "alert", name: "PostgresDown" },
      { kind: "output", pattern: "FATAL * refused" },
      { kind: "check", check: "check:1" },
    ]),
  );
  expect(controlOf(html, "Name of the alert")).toContain('value="PostgresDown"');
  expect(controlOf(html, "Words on one line \\(\\* stands for anything\\)")).toContain('value="FATAL * refused"');
  expect(html).toMatch(/<option value="check:1" selected="">errors/u);
  expect(readable(html)).toContain("Follow the symptom again");
});

it("a list that was emptied raises nothing, and says so", () => {
  expect(readable(formOf(planOf("FATAL: connection refused", [])))).toContain("Nothing calls for it by itself");
});

it.each([
  [{ kind: "alert", name: " " }, "Must not be empty"],
  [{ kind: "output", pattern: "**  *" }, "At least three characters, not only *"],
  [{ kind: "output", pattern: "x" }, "At least three characters, not only *"],
] as const)("%o would raise nothing, or everything: it is put right before it is kept", (matcher, sentence) => {
  const plan = planOf("slow", [matcher]);
  expect(playbooks.problems(plan, plan)).toBe(1);
  expect(readable(formOf(plan))).toContain(sentence);
  const right = planOf("slow", [{ kind: "output", pattern: "OOM" }]);
  expect(playbooks.problems(right, right)).toBe(0);
});

it("no check is offered where the plan has none", () => {
  const without = { ...planOf("slow", [{ kind: "alert", name: "DiskFull" }]), checks: [] };
  expect(formOf(without)).toContain('value="output"');
  expect(formOf(without)).not.toContain('value="check"');
});

it("what is said in the form stands in the document that the plan becomes, and so does that nothing is said any more", () => {
  const said: PlaybookMatcher[] = [
    { kind: "check", check: "check:1" },
    { kind: "output", pattern: 'FATAL * "refused"' },
  ];
  const becomes = (plan: Plan) => draftPlan({ plan, worded: [] }).plan?.playbooks.map(({ matchers }) => matchers);
  expect(becomes(planOf("slow", said))).toEqual([said]);
  expect(becomes(planOf("slow", []))).toEqual([[]]);
  expect(becomes(planOf("slow"))).toEqual([undefined]);
});
