import type { LabelledText, ReleaseInfo } from "@/lib/domain/plan/plan";
import { readDay } from "../clock-times";
import { readMinutes } from "../durations";
import { isList, itemTexts } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { findMeaning } from "../match-word";
import { looksLikePerson } from "../person-name";
import { OUTAGE_WORDS, RETURN_WORDS } from "../words/head-prose";
import type { WordRow } from "../words/word-row";

/** What the sentences at a document's head say about the release where no row is called so. */
export type HeadProse = { backMin: number | null; outageMin: number | null; version: string; manager: string };

/** A sentence in pieces that each say one thing; a decimal point ends none. */
function clausesOf(text: string): string[] {
  return text.split(/[，。；;！!？?]|,\s|\.\s|\.$/u).filter((clause) => clause.trim() !== "");
}

/** The length in the first piece that has one of these words. */
function lengthBeside(rows: readonly LabelledText[], words: readonly WordRow<unknown>[]): number | null {
  const named = rows.find(({ label, text }) => findMeaning(label, words) !== null && readMinutes(text) !== null);
  if (named !== undefined) return readMinutes(named.text);
  const clauses = rows.flatMap(({ label, text }) => clausesOf(label === "" ? text : `${label} ${text}`));
  const found = clauses.map((clause) => (findMeaning(clause, words) === null ? null : readMinutes(clause)));
  return found.find((minutes) => minutes !== null) ?? null;
}

/** "Lighthouse Courses 2.0 goes out on 3 March": a version in the sentence that names the day, no length and no share. */
const versionLike = /(?<=[\p{L})）]\s?)v?\d+\.\d+(?:\.\d+)*(?:-[\w.]+)?(?!\s?(?:[\w%:：]|分|秒|小时|天|倍|万|元))/iu;

function versionIn(rows: readonly LabelledText[]): string {
  const dated = rows.filter(({ text }) => readDay(text) !== null);
  const others = rows.filter(({ text }) =>
    /\b(?:goes? (?:out|live)|put\b.{0,40}\blive|ship|release)|启用|上线|发布|切换/i.test(text),
  );
  const found = [...dated, ...others].map(({ text }) => versionLike.exec(text)?.[0]);
  return found.find((version) => version !== undefined) ?? "";
}

const person = "(\\p{Lu}[\\p{L}'’-]+(?: (?:(?:van|von|de|da|di|al) )?\\p{Lu}[\\p{L}'’-]+)?)";
const leads = new RegExp(
  `${person} (?:calls the shots|leads|runs (?:it|the)|is running|is in charge|coordinates|drives|decides)|(?:run|led|managed|coordinated|headed) by ${person}`,
  "u",
);
const herself = /\bI(?:'m| am)? (?:running|run|lead|leading|coordinate|coordinating|in charge)/;
const ledBy = /由\s*(\p{Script=Han}{2,14}?)\s*(?:统一|全面|现场|总体|亲自|担任)?(?:指挥|牵头|总负责|统筹)/u;

/** "信息科科长秦岭": the name at the end of somebody's title. */
function nameAtEnd(text: string): string {
  const ends = [3, 2].map((count) => text.slice(-count));
  return ends.find((end) => end.length >= 2 && looksLikePerson(end)) ?? "";
}

function managerIn(rows: readonly LabelledText[]): string {
  const texts = rows.map(({ text }) => text);
  const led = texts.map((text) => leads.exec(text)).find((found) => found !== null);
  if (led !== undefined && led !== null) return led[1] ?? led[2] ?? "";
  const writer = rows.find(({ label }) => /^(?:from|发件人)$/i.test(label.trim()))?.text ?? "";
  if (writer !== "" && texts.some((text) => herself.test(text))) return writer.replace(/\s*<[^<>]*>\s*$/, "");
  const han = texts.map((text) => ledBy.exec(text)?.[1]).find((found) => found !== undefined);
  return han === undefined ? "" : nameAtEnd(han);
}

const neverDown = /无需停机|不停机|零停机|无停机|\b(?:no|zero|without) downtime/i;

/** "无需停机" as a line of its own, wherever it stands. */
export function noDowntimeIn(sections: readonly Section[]): ReleaseInfo["downtime"] {
  const texts = sections.flatMap(({ blocks }) => itemTexts(blocks.filter(isList)));
  const said = texts.find(({ text }) => text.length <= 24 && neverDown.test(text));
  return said === undefined ? null : { text: said.text, minutes: 0 };
}

/** Reads rows and sentences of the head; `rows` have their labels, sentences an empty one. */
export function readHeadProse(rows: readonly LabelledText[]): HeadProse {
  return {
    backMin: lengthBeside(rows, RETURN_WORDS),
    outageMin: lengthBeside(rows, OUTAGE_WORDS),
    version: versionIn(rows),
    manager: managerIn(rows),
  };
}
