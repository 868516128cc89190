import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import english from "@/messages/en/phrases.json";
import chinese from "@/messages/zh-CN/phrases.json";
import type { Plan } from "../plan/plan";
import { BECAUSE } from "./because";
import { CONDITION_KINDS } from "./condition";
import { clockText, describeEvent } from "./describe";
import { describeCondition } from "./describe-condition";
import { personActor, playRelease } from "./fixtures/release-play";
import { startNight, walkToCompletion } from "./fixtures/whole-night";

const languages = { english, chinese };

describe.each(Object.entries(languages))("phrases in %s", (_, phrases) => {
  it("says why for every reason that a refusal may give", () => {
    const refusal: Record<string, string> = phrases.refusal;
    expect(BECAUSE.filter((because) => refusal[because] === undefined)).toEqual([]);
  });

  it("has a sentence for every kind of condition, met and unmet", () => {
    const condition: Record<string, Record<string, string>> = phrases.condition;
    const missing = CONDITION_KINDS.filter((kind) => !condition[kind]?.["met"] || !condition[kind]?.["unmet"]);
    expect(missing).toEqual([]);
  });

  it("uses plain placeholders only, so that the wall can fill them without a message library", () => {
    const templates = JSON.stringify(phrases).match(/\{[^{}"]*,[^{}"]*\}/gu) ?? [];
    expect(templates.filter((text) => /\{\w+\s*,\s*(plural|select|number|date)/u.test(text))).toEqual([]);
  });
});

describe("a sentence about a gate", () => {
  const sample: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));
  const planner = personActor("planner", ["planner"]);

  it("names the gate before completion with a word of ours, every other gate with the plan's", () => {
    const names = ["release-manager", "tech-director", "dba", "devops", "qa"] as const;
    const roles = Object.fromEntries(names.map((name) => [`role:${name}`, name]));
    const play = playRelease(sample, { mode: "rehearsal", speed: 60, creator: planner, roles });
    startNight(play, planner);
    walkToCompletion(play, planner);
    const decided = play.events().filter((event) => event.type === "gate.decided");
    expect(decided.map((event) => describeEvent(sample, event).words)).toEqual([{}, {}, {}, { gate: "completion" }]);
    expect(chinese.word.completion).not.toBe("");
    expect(english.word.completion).not.toBe("");
  });
});

describe("clockText", () => {
  it("shows minutes and seconds, and hours from one hour on", () => {
    expect(clockText(42 * 60_000 + 48_000)).toBe("42:48");
    expect(clockText(3_600_000 + 61_000)).toBe("1:01:01");
  });

  it("never shows less than nothing", () => {
    expect(clockText(-5)).toBe("00:00");
  });
});

describe("a check that keeps a gate shut", () => {
  const plan: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));
  const said = (verdict: string) =>
    describeCondition(plan, {
      ...{ key: "check:check:1.1", kind: "check" as const, met: "unmet" as const, subject: "check:1.1" },
      ...{ owners: [], facts: { verdict }, remainingMs: null, by: null },
    }).key;

  it("is not said to have failed when it passed apart from the others, or was measured too long ago", () => {
    expect(["failed", "passed", "stale"].map(said)).toEqual([
      "condition.check.unmet",
      "condition.check.apart",
      "condition.check.stale",
    ]);
    for (const { condition } of [english, chinese]) {
      expect(condition.check.apart).toContain("{subject}");
      expect(condition.check.stale).toContain("{subject}");
    }
  });
});
