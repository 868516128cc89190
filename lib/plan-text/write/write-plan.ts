import type { Root } from "mdast";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "../read-plan";
import { SETTINGS_LANGUAGE } from "../settings/apply-settings";
import { compareValues, withoutLines } from "../settings/compare-values";
import { withBlocksOfSteps } from "./command-blocks";
import { naturalText } from "./natural-text";
import { code, heading, paragraph } from "./nodes";
import { PHRASES } from "./phrases";
import { withIdsOf } from "./same-ids";
import { stringify } from "./stringify";

/** Writings after which chapters that exist only as settings have found their place. */
const mostPasses = 4;

function settingsChapter({ language }: Plan, lines: readonly string[]): string {
  const { settings, settingsIntro } = PHRASES[language];
  const children: Root["children"] = [
    heading(2, settings),
    paragraph(settingsIntro),
    code(SETTINGS_LANGUAGE, lines.join("\n")),
  ];
  return stringify({ type: "root", children });
}

/** What the words cannot say, as the difference between the plan and what its own words are read as. */
function writeOnce(source: Plan): { text: string; hasSettings: boolean } {
  const plan = withBlocksOfSteps(source);
  const natural = naturalText(plan);
  const differences = (text: string) => {
    const read = readPlan(text).plan;
    return read === null ? [] : compareValues("", withoutLines(read), withoutLines(withIdsOf(plan, read)));
  };
  if (differences(natural).length === 0) return { text: natural, hasSettings: false };
  // Read again with the chapter's own words in it: they count when the document's language is told.
  const lines = differences(`${natural}\n${settingsChapter(plan, [])}`);
  return { text: `${natural}\n${settingsChapter(plan, lines)}`, hasSettings: true };
}

/**
 * A plan as Markdown in its own language that is read as the same plan again: parts in the order of the document that they
 * came from, and at the end, only where needed, what plain words could not carry.
 */
export function writePlan(plan: Plan): string {
  let { text, hasSettings } = writeOnce(plan);
  for (let pass = 1; hasSettings && pass < mostPasses; pass += 1) {
    const read = readPlan(text).plan;
    const again = read === null ? { text, hasSettings } : writeOnce(read);
    if (again.text === text) break;
    ({ text, hasSettings } = again);
  }
  return text;
}
