import { describe, expect, it } from "vitest";
import english from "@/messages/en/phrases.json";
import chinese from "@/messages/zh-CN/phrases.json";
import { BECAUSE } from "./because";
import { CONDITION_KINDS } from "./condition";
import { clockText } from "./describe";

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

describe("clockText", () => {
  it("shows minutes and seconds, and hours from one hour on", () => {
    expect(clockText(42 * 60_000 + 48_000)).toBe("42:48");
    expect(clockText(3_600_000 + 61_000)).toBe("1:01:01");
  });

  it("never shows less than nothing", () => {
    expect(clockText(-5)).toBe("00:00");
  });
});
