import { describe, expect, test } from "vitest";
import { readMinutes } from "../durations";
import { exactMeaning, findMeaning, meaningOf } from "../match-word";
import { BINDING_COLUMNS } from "../words/bindings";
import { COLUMNS } from "../words/columns";
import { TOPICS } from "../words/topics";
import { durationText, PHRASES } from "./phrases";

const topics = {
  info: "info",
  goals: "goals",
  canary: "canary",
  blueGreen: "blue-green",
  checklist: "checklist",
  timeline: "timeline",
  steps: "steps",
  checks: "checks",
  bindings: "bindings",
  triggers: "triggers",
  procedure: "procedure",
  followups: "followups",
  playbooks: "playbooks",
  windows: "windows",
  criteria: "criteria",
  review: "review",
  contacts: "contacts",
  channels: "channels",
} as const;

describe.each(["zh", "en"] as const)("the words of a plan written in %s", (language) => {
  const phrases = PHRASES[language];
  test.each(Object.entries(topics))("name the chapter %s so that its reader knows it", (chapter, topic) => {
    const heading = Object.entries(phrases).find(([name]) => name === chapter)?.[1];
    expect(findMeaning(String(heading), TOPICS)).toBe(topic);
  });
  test("name the columns so that their readers know them", () => {
    const timeline = Object.entries(phrases.timelineColumns);
    expect(timeline.map(([, column]) => meaningOf(column, COLUMNS))).toEqual(timeline.map(([name]) => name));
    expect(phrases.windowColumns.map((column) => meaningOf(column, COLUMNS))).toEqual(["time", "focus", "owner"]);
    expect(phrases.contactColumns.map((column) => meaningOf(column, COLUMNS))).toEqual([
      "role",
      "person",
      "phone",
      "email",
    ]);
    const bound = phrases.bindingColumns.map((column) => exactMeaning(column, BINDING_COLUMNS));
    expect(bound).toEqual(["target", "action", "arguments", "labels"]);
    expect(phrases.infoColumns.map((column) => meaningOf(column, COLUMNS))).toEqual(["item", "content"]);
  });
  test.each([0, 0.5, 1, 2.5, 10, 59, 60, 90, 119.5, 120, 1_440, 1_500, 2_880, 10_080])(
    "say %d minutes so that they are read as %d minutes",
    (minutes) => expect(readMinutes(durationText(minutes, language))).toBe(minutes),
  );
});
