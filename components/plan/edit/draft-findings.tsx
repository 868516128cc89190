"use client";

import { useTranslations } from "next-intl";
import type { Lines } from "@/lib/domain/plan/plan";
import type { Draft } from "@/lib/queries/plan/use-draft";
import { FindingCounts } from "../findings/finding-counts";
import { bySeverity } from "../findings/finding-kinds";
import { FindingRow } from "../findings/finding-row";

type DraftFindingsProps = {
  draft: Draft | null;
  busy: boolean;
  problem: { detail: string | null } | null;
  onShow: (lines: Lines) => void;
};

/** What the checker says of the plan as it is being edited; pressing a finding opens the part that it is about. */
export function DraftFindings({ draft, busy, problem, onShow }: DraftFindingsProps) {
  const t = useTranslations("plans");
  return (
    <aside
      aria-labelledby="draft-findings"
      className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto"
    >
      <h2 id="draft-findings" className="mb-1.5 font-bold">
        {t("finding.title")}
      </h2>
      <p role="status" className="text-sm text-ink-3">
        {busy ? t("edit.checking") : problem === null ? "" : (problem.detail ?? t("import.unreachable"))}
      </p>
      {draft === null ? null : (
        <>
          <p className="pb-2 text-sm">
            <FindingCounts findings={draft.findings} />
          </p>
          <ul>
            {bySeverity(draft.findings).map((finding) => (
              <FindingRow
                key={`${finding.rule} ${finding.line} ${finding.message.en}`}
                finding={finding}
                onShow={({ lines }) => onShow(lines)}
              />
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
