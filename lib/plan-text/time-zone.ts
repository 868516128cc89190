import type { LabelledText, ReleaseInfo, Stage } from "@/lib/domain/plan/plan";
import { readZone } from "./clock-times";
import { finding } from "./findings";
import { exactMeaning } from "./match-word";
import type { Reading } from "./reading";
import { DOCUMENT_FACTS, INFO_ROWS } from "./words/information";
import { DEFAULT_ZONES } from "./words/time-zones";

/** The zone of the plan's times: where one is named beside a time, else the usual one of its language, with a finding. */
export function readTimeZone(
  reading: Reading,
  info: ReleaseInfo,
  document: readonly LabelledText[],
  stages: readonly Stage[],
): string {
  const rows = [
    ...info.rows.filter(({ label }) => ["window", "zone"].includes(exactMeaning(label, INFO_ROWS) ?? "")),
    ...document.filter(({ label }) => ["date", "zone"].includes(exactMeaning(label, DOCUMENT_FACTS) ?? "")),
  ];
  const texts = [...rows.map((row) => row.text), ...stages.map((stage) => stage.startText)];
  const named = texts.map(readZone).find((zone) => zone !== null);
  if (named !== undefined && named !== null) return named;
  const zone = DEFAULT_ZONES[reading.language];
  const lines = rows[0]?.lines ?? stages[0]?.lines ?? { from: 1, to: 1 };
  reading.findings.push(finding("time-zone-assumed", lines, { zone }));
  return zone;
}
