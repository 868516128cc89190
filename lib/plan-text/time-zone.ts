import type { LabelledText, ReleaseInfo, Stage } from "@/lib/domain/plan/plan";
import { readZone } from "./clock-times";
import { finding } from "./findings";
import { exactMeaning, meaningOf } from "./match-word";
import type { Reading } from "./reading";
import { DOCUMENT_FACTS, type DocumentFact } from "./words/document-facts";
import { INFO_ROWS, type InfoRow } from "./words/information";
import { DEFAULT_ZONES } from "./words/time-zones";

type Sources = {
  info: ReleaseInfo;
  document: readonly LabelledText[];
  stages: readonly Stage[];
  /** A plain sentence that names a zone. */
  said: LabelledText | null;
};

/** The zone of the plan's times: where one is named beside a time, else the usual one of its language, with a finding. */
export function readTimeZone(reading: Reading, { info, document, stages, said }: Sources): string {
  const about = (row: InfoRow | null, fact: DocumentFact | null) =>
    row === "window" || row === "zone" || row === "start" || row === "end" || fact === "date" || fact === "zone";
  const rows = [...info.rows, ...document].filter(({ label }) =>
    about(meaningOf(label, INFO_ROWS), exactMeaning(label, DOCUMENT_FACTS)),
  );
  const texts = [...rows.map((row) => row.text), ...stages.map((stage) => stage.startText), said?.text ?? ""];
  const named = texts.map(readZone).find((zone) => zone !== null);
  if (named !== undefined && named !== null) return named;
  const zone = DEFAULT_ZONES[reading.language];
  const lines = rows[0]?.lines ?? stages[0]?.lines ?? { from: 1, to: 1 };
  reading.findings.push(finding("time-zone-assumed", lines, { zone }));
  return zone;
}
