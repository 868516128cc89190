"use client";

import { useTranslations } from "next-intl";
import type { Finding, ProposedChange } from "@/lib/domain/plan/finding";
import type { Reading } from "@/lib/queries/plan/use-reading";
import { FindingCounts } from "../findings/finding-counts";
import { bySeverity, type FindingKind, kindOf } from "../findings/finding-kinds";
import { FindingRow } from "../findings/finding-row";
import { ProposedChangeView } from "../findings/proposed-change";
import { CoverageFigure } from "./coverage-figure";
import { useFollowingPane } from "./use-following-pane";

const KINDS: readonly FindingKind[] = ["noticed", "unfilled", "unread", "prose"];

type FindingsPaneProps = {
  reading: Reading;
  /** Absent while the findings are those of an earlier text: their lines may have moved. */
  onApply?: ((change: ProposedChange) => void) | undefined;
  /** A finding was pressed: on a narrow screen its lines have to be brought to the front. */
  onShow: () => void;
};

type GroupProps = FindingsPaneProps & { kind: FindingKind; findings: Finding[] };

function FindingGroup({ kind, findings, reading, onApply, onShow }: GroupProps) {
  const t = useTranslations("plans.finding");
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={`findings-${kind}`} className="pt-4">
      <h2 id={`findings-${kind}`} className="flex items-baseline gap-2.5 border-b border-line-strong px-2 pb-1 text-sm">
        <span className="font-bold">{t(`kind.${kind}`)}</span>
        <span className="text-ink-3">{findings.length}</span>
      </h2>
      <ul>
        {bySeverity(findings).map((finding) => (
          <FindingRow key={`${finding.rule} ${finding.line} ${finding.message.en}`} finding={finding} onShow={onShow}>
            {finding.change === undefined || onApply === undefined ? null : (
              <Change change={finding.change} source={reading.source} onApply={onApply} />
            )}
          </FindingRow>
        ))}
      </ul>
    </section>
  );
}

type ChangeProps = { change: ProposedChange; source: string; onApply: (change: ProposedChange) => void };

function Change({ change, source, onApply }: ChangeProps) {
  return <ProposedChangeView change={change} source={source} onApply={() => onApply(change)} />;
}

/** How much was understood and what was noticed: what is wrong, what is not filled in, what nobody understood. */
export function FindingsPane({ reading, onApply, onShow }: FindingsPaneProps) {
  const t = useTranslations("plans.finding");
  const pane = useFollowingPane("finding");
  const { findings, coverage } = reading;
  return (
    <div ref={pane} className="min-h-0 flex-1 overflow-y-auto pb-6">
      <div className="space-y-3 px-2 pt-3">
        <CoverageFigure coverage={coverage} />
        <p className="text-sm">
          <FindingCounts findings={findings} />
        </p>
        {findings.length === 0 ? <p className="text-ink-2">{t("allWell")}</p> : null}
      </div>
      {KINDS.map((kind) => (
        <FindingGroup
          key={kind}
          kind={kind}
          findings={findings.filter((finding) => kindOf(finding) === kind)}
          reading={reading}
          onApply={onApply}
          onShow={onShow}
        />
      ))}
    </div>
  );
}
