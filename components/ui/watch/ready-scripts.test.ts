import { expect, test } from "vitest";
import { readFaultScript } from "@/lib/domain/release/fault-script";
import { measuredSample } from "@/lib/rehearsal/fixtures/sample-night";
import english from "@/messages/en/phrases.json";
import englishWatch from "@/messages/en/watch.json";
import chinese from "@/messages/zh-CN/phrases.json";
import chineseWatch from "@/messages/zh-CN/watch.json";
import { READY_SCRIPTS, readyScriptText, type ScriptWords } from "./ready-scripts";

const plan = measuredSample();
const fill = (template: string, values: Record<string, string | number>) =>
  template.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name]));

type Words = { line: string; clear: string };
const wordsOf = ({ line, clear }: Words, faults: Record<string, string>): ScriptWords => ({
  line: (row) => fill(line, row),
  clear: (after) => fill(clear, { after }),
  fault: (fault) => faults[fault] ?? fault,
});

test.each([
  ["english", wordsOf(englishWatch.script, english.word)],
  ["chinese", wordsOf(chineseWatch.script, chinese.word)],
])("every ready script is one that the plan's rehearsal can run, in %s", (_, words) => {
  for (const key of READY_SCRIPTS) {
    const text = readyScriptText(plan, key, words);
    const { rows, problems } = readFaultScript(plan, text);
    expect(problems, text).toEqual([]);
    expect(rows.length).toBe(text.split("\n").length);
  }
});

test("a plan that shifts no traffic has no ready script", () => {
  expect(readyScriptText({ stages: [] }, "errors", wordsOf(englishWatch.script, english.word))).toBe("");
});
