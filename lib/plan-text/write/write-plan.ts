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

function differences(text: string, plan: Plan): string[] {
  const read = readPlan(text).plan;
  return read === null ? [] : compareValues("", withoutLines(read), withoutLines(withIdsOf(plan, read)));
}

/** What the words cannot say, as the difference between the plan and what its own words are read as. */
function writeOnce(source: Plan): { text: string; hasSettings: boolean } {
  const plan = withBlocksOfSteps(source);
  const natural = naturalText(plan);
  const withSettings = (lines: readonly string[]) => `${natural}\n${settingsChapter(plan, lines)}`;
  let missing = differences(natural, plan);
  if (missing.length === 0) return { text: natural, hasSettings: false };
  // The chapter's own words are part of the document too: they count, for one, when its language is told.
  missing = differences(withSettings([]), plan);
  let text = withSettings(missing);
  for (let pass = 1; pass < mostPasses; pass += 1) {
    const more = differences(text, plan);
    if (more.length === 0) break;
    missing = [...missing, ...more];
    text = withSettings(missing);
  }
  return { text, hasSettings: true };
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
