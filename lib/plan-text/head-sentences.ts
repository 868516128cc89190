import type { LabelledText } from "@/lib/domain/plan/plan";
import { readClockTimes, readDay, readWindow, readZone } from "./clock-times";
import { paragraphLines } from "./markdown/node-text";
import type { Section } from "./markdown/outline";

/** What plain sentences say about the release where no table or labelled line does. */
export type HeadSentences = { window: LabelledText | null; version: string; zone: LabelledText | null };

const versionWords =
  /(?:版本号?|version|release|tag)\s*(?:为|是|is|[:：])?\s*(v?\d+(?:\.\d+)+[\w.-]*|[a-z][\w]*-v?\d+(?:\.\d+)+[\w.-]*)/i;
const versionLike = /(?<![\w.])v?\d+\.\d+(?:\.\d+)*(?:-[\w.]+)?(?![\w%])/;
/** "ranking model v12". */
const shortVersion = /(?<![\p{L}\d.])v\d{1,4}(?![\p{L}\d.])/iu;

/** The sentences of these sections, each with its line and no label. */
export function sentencesOf(sections: readonly Section[]): LabelledText[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      const paragraphs = block.type === "blockquote" ? block.children : [block];
      return paragraphs.flatMap((one) =>
        one.type === "paragraph"
          ? paragraphLines(one).map(({ text, line }) => ({ label: "", text, lines: { from: line, to: line } }))
          : [],
      );
    }),
  );
}

/** Reads the sentences of these sections; the version of last resort is the one that a title names. */
export function readSentences(sections: readonly Section[], titles: readonly string[]): HeadSentences {
  const said = sentencesOf(sections);
  const window = said.find(
    ({ text }) => readDay(text) !== null && readClockTimes(text).length > 1 && readWindow(text) !== null,
  );
  const version = said.map(({ text }) => versionWords.exec(text)?.[1]).find((found) => found !== undefined);
  const zone = said.find(
    ({ text }) => readZone(text) !== null && /\d[:：]\d{2}|时区|time ?zone|\btimes?\b/i.test(text),
  );
  return {
    window: window ?? null,
    version: version ?? versionLike.exec(titles.join(" "))?.[0] ?? shortVersion.exec(titles.join(" "))?.[0] ?? "",
    zone: zone ?? null,
  };
}

/** The version that some row of the document's head names, where no row is called so: "What | patient-portal 3.9.0". */
export function versionAmong(rows: readonly LabelledText[]): string {
  const found = rows.map(({ text }) => /(?<![\w.])v?\d+\.\d+\.\d+(?![\w.])/.exec(text)?.[0]);
  return found.find((version) => version !== undefined) ?? "";
}
