import { textChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";
import { infoRow } from "../plan-times";
import { INFRASTRUCTURE_IMAGES } from "../words/programs";
import { commandLines, stepsOf } from "./command-lines";

const version = /v?\d+(?:\.\d+)+(?:[-+][\w.]+|(?:rc|beta|alpha)\d*)?/i;
const image = /(?:^|[\s=/"'])([\w.-]+):(v?\d+(?:\.\d+)+[\w.+-]*)/gi;
const bare = (tag: string) => tag.toLowerCase().replace(/^v/, "");

/** "1.0" in the plan and "1.0.0" on the image are one version; "1.0.0-MVP" and "1.0.0" are two names. */
function agree(stated: string, tag: string): boolean {
  return bare(stated) === bare(tag) || bare(tag).startsWith(`${bare(stated)}.`);
}

/** The version that the plan announces against the tags that its commands bring out. */
export const versionTag: LintRule = (subject) => {
  const { plan, lines } = subject;
  const stated = version.exec(plan.info.version)?.[0];
  const row = infoRow(plan, "version");
  const old = plan.canary.map(({ oldVersion }) => bare(oldVersion ?? "")).filter((name) => name !== "");
  const tagged = stepsOf(plan, ["step"])
    .flatMap((step) => commandLines(subject, step))
    .flatMap((line) =>
      [...line.text.matchAll(image)].map(([, name = "", tag = ""]) => ({ name, tag, lines: line.lines })),
    )
    .filter(
      ({ name, tag }) => !INFRASTRUCTURE_IMAGES.includes(name.toLowerCase()) && !old.some((other) => agree(other, tag)),
    );
  const [first, ...others] = tagged.map((one) => one.lines);
  if (stated === undefined || first === undefined || tagged.some(({ tag }) => agree(stated, tag))) return [];
  const tags = [...new Set(tagged.map(({ tag }) => tag))];
  const change = row === null || tags.length > 1 ? null : textChanged(lines, row.lines.from, stated, tags[0] ?? "");
  const facts = { version: stated, tags: tags.join(", ") };
  return [noticed("version-tag-differs", [row?.lines ?? first, first, ...others], facts, change)];
};
