import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import { comparePlans } from "./compare-plans";
import { DEFAULT_RUN } from "./measure";
import type { Plan } from "./plan";
import { planRows } from "./plan-parts";
import { settlePlan } from "./settle-plan";

const plan = smallPlan;

/** What a plan says no more than once: names inside it, where it stands, and what is worked out from another of its words. */
const SAID_ELSEWHERE: readonly RegExp[] = [
  /(?:^|\.)(?:lines|id|order|after|stage|check|language|kind|spellings|block|blocks|diagram|ownersProposed|ticked)(?:\.|$)/,
  /^info\.(?!rows)/,
  /^stages\.\d+\.startMin$/,
  /^gates\.\d+\.before\./,
  /^(?:stepGroups\.\d+\.number|stages\.\d+\.stepGroups\.\d+)$/,
  /^checks\.\d+\.(?:name|text)$/,
  /^followups\.\d+\.dueMin$/,
  /^windows\.\d+\.(?:fromMin|toMin|owners)(?:\.|$)/,
  /^roles\./,
  /^goals\.\d+\.name$/,
];

type Leaf = { path: string; plan: Plan };

const otherwise = (value: unknown) =>
  typeof value === "string" ? `${value} x` : typeof value === "number" ? value + 1 : value !== true;

/** The plan with one of its values otherwise, for every value that it has. */
function withOneChanged(plan: Plan): Leaf[] {
  const text = JSON.stringify(plan);
  const paths: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (value !== null && typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === "" ? key : `${path}.${key}`);
    } else if (value !== null && !SAID_ELSEWHERE.some((one) => one.test(path))) paths.push(path);
  };
  walk(plan, "");
  return paths.map((path) => {
    const changed: Plan = JSON.parse(text);
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let holder: unknown = changed;
    for (const key of keys) holder = Reflect.get(Object(holder), key);
    Reflect.set(Object(holder), last, otherwise(Reflect.get(Object(holder), last)));
    return { path, plan: changed };
  });
}

const golden = new URL("../../plan-text/sample.golden.json", import.meta.url);

describe("the difference between two versions of a plan", () => {
  it("is empty for the same plan", () => {
    expect(comparePlans(plan, plan)).toEqual([]);
  });

  it("says who signs an item from now on", () => {
    const sections = plan.sections.map((section) => {
      return {
        ...section,
        items: section.items.map((item, at) => (at === 0 ? { ...item, owners: [plan.manager] } : item)),
      };
    });
    expect(comparePlans(plan, { ...plan, sections })).toMatchObject([
      { part: "item", fields: [{ field: "owners", before: "" }] },
    ]);
  });

  it("names the field of a stage that changed, with both values", () => {
    const [first, ...rest] = plan.stages;
    if (first === undefined) throw new Error("the plan has stages");
    const later: Plan = { ...plan, stages: [{ ...first, durationMin: 55 }, ...rest] };
    expect(comparePlans(plan, later)).toEqual([
      {
        part: "stage",
        kind: "changed",
        name: first.name,
        fields: [{ field: "duration", before: `${first.durationMin} min`, after: "55 min" }],
        lines: first.lines,
      },
    ]);
  });

  it("does not call items changed that only moved up because one before them went", () => {
    const [section, ...others] = plan.sections;
    if (section === undefined) throw new Error("the plan has sections");
    const extra = { id: "item:new", text: "a further item", required: true, lines: { from: 1, to: 1 } } as const;
    const items = [extra, ...section.items].map((item, index) => ({ ...item, id: `item:1.${index + 1}` as const }));
    const later: Plan = { ...plan, sections: [{ ...section, items }, ...others] };
    expect(comparePlans(plan, later).map(({ kind, name }) => [kind, name])).toEqual([["added", "a further item"]]);
    expect(comparePlans(later, plan).map(({ kind, name }) => [kind, name])).toEqual([["removed", "a further item"]]);
  });

  it("says that a thing in the same place was renamed instead of gone and come", () => {
    const stages = plan.stages.map((stage, index) => (index === 0 ? { ...stage, name: "another name" } : stage));
    const [change, ...more] = comparePlans(plan, { ...plan, stages });
    expect(more).toEqual([]);
    expect(change).toMatchObject({ kind: "changed", fields: [{ field: "name", after: "another name" }] });
  });

  it("says what a new thing is, and that a thing was moved, but not that others made room for it", () => {
    const items = ["one", "two", "three"].map((text, index) => {
      return { id: `item:1.${index + 1}`, text, required: true, lines: { from: index + 1, to: index + 1 } } as const;
    });
    const [one, two, three] = items;
    if (one === undefined || two === undefined || three === undefined) throw new Error("there are three");
    const withItems = (order: (typeof items)[number][]): Plan => ({
      ...plan,
      sections: plan.sections.map((section, index) => ({ ...section, items: index === 0 ? order : [] })),
    });
    expect(comparePlans(withItems(items), withItems([three, one, two]))).toMatchObject([
      { part: "item", kind: "changed", name: "three", fields: [{ field: "place", before: "3", after: "1" }] },
    ]);
    const [added, ...more] = comparePlans(withItems([one]), withItems([one, two]));
    expect(more).toEqual([]);
    expect(added).toMatchObject({ kind: "added", name: "two", fields: [{ field: "section", before: "" }] });
  });

  it("takes a reworded name for the same thing, wherever it now stands, and not for what came in its place", () => {
    const item = (text: string, at: number) =>
      ({ id: `item:1.${at}`, text, required: true, lines: { from: at, to: at } }) as const;
    const withItems = (...texts: string[]): Plan => ({
      ...plan,
      sections: plan.sections.map((section, index) => ({
        ...section,
        items: index === 0 ? texts.map((text, at) => item(text, at + 1)) : [],
      })),
    });
    const before = withItems("the fix is reviewed", "all tests are green");
    const after = withItems("the fix is reviewed", "the changelog is out", "all tests are green on the branch");
    expect(comparePlans(before, after).map(({ kind, name }) => [kind, name])).toEqual([
      ["added", "the changelog is out"],
      ["changed", "all tests are green on the branch"],
    ]);
  });

  it("notices how a check is measured", () => {
    const [check] = plan.checks;
    if (check === undefined) throw new Error("the plan has a check");
    const measure = { kind: "serving", requests: "other_total", ...DEFAULT_RUN } as const;
    const later: Plan = { ...plan, checks: plan.checks.map((one) => ({ ...one, measure })) };
    const kinds = comparePlans(plan, later).map(({ part, fields }) => [part, fields.map(({ field }) => field)]);
    expect(kinds).toContainEqual(["check", ["measure"]]);
  });

  it("notices one changed byte of a command", () => {
    const stepGroups = plan.stepGroups.map((group, at) =>
      at > 0
        ? group
        : { ...group, steps: group.steps.map((s, n) => (n > 0 ? s : { ...s, commands: `${s.commands} ` })) },
    );
    expect(comparePlans(plan, { ...plan, stepGroups })).toMatchObject([
      { part: "step", kind: "changed", fields: [{ field: "commands" }] },
    ]);
  });

  it("notices another person on the roster", () => {
    const contact = { role: plan.manager, phone: null, email: null, lines: { from: 9, to: 9 } };
    const before: Plan = { ...plan, contacts: [{ ...contact, person: "张三" }] };
    const after: Plan = { ...plan, contacts: [{ ...contact, person: "周八" }] };
    expect(comparePlans(before, after)).toMatchObject([
      { part: "person", kind: "changed", fields: [{ field: "person", before: "张三", after: "周八" }] },
    ]);
  });

  it("covers every part of the sample plan", () => {
    const sample: Plan = JSON.parse(readFileSync(golden, "utf8"));
    const parts = new Set(planRows(sample).map(({ part }) => part));
    expect(parts.size).toBe(23);
  });

  it("is silent about nothing that the sample plan says", () => {
    const sample: Plan = JSON.parse(readFileSync(golden, "utf8"));
    const leaves = withOneChanged(sample);
    expect(leaves.length).toBeGreaterThan(500);
    const silent = leaves.filter(({ plan: changed }) => comparePlans(sample, changed).length === 0);
    expect(silent.map(({ path }) => path)).toEqual([]);
  }, 60_000);

  it("says once what is watched otherwise, not again what only follows from it", () => {
    const sample: Plan = JSON.parse(readFileSync(golden, "utf8"));
    const [first, ...rest] = sample.canary;
    if (first === undefined) throw new Error("The sample plan has a canary.");
    const watch = [...first.watch, { text: "queue length < 100", lines: first.lines }];
    const after = settlePlan({ ...sample, canary: [{ ...first, watch }, ...rest] }, sample);
    const others = comparePlans(sample, after).filter(({ part }) => part !== "canary" && part !== "gate");
    expect(others).toEqual([]);
  });

  it("tells what somebody has set about a gate", () => {
    const sample: Plan = JSON.parse(readFileSync(golden, "utf8"));
    const gates = sample.gates.map((gate, index) => (index === 0 ? { ...gate, lapseMin: 45, fourEyes: true } : gate));
    expect(comparePlans(sample, { ...sample, gates })).toMatchObject([
      {
        part: "gate",
        kind: "changed",
        fields: [
          { field: "lapse", before: "30 min", after: "45 min" },
          { field: "fourEyes", before: "", after: "✓" },
        ],
      },
    ]);
  });
});
