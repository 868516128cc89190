"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/ui/use-action";
import { acceptFindingAction } from "@/lib/actions/accept-finding-action";
import type { Finding } from "@/lib/domain/plan/finding";
import { findingKey } from "@/lib/domain/plan/finding-key";
import type { Plan } from "@/lib/domain/plan/plan";
import { AcceptDialog } from "./accept-dialog";
import { Acceptance, type AcceptedWord, EarlierAcceptance, type EarlierWord } from "./acceptance";
import { bySeverity } from "./finding-kinds";
import { FindingRow } from "./finding-row";

type VersionFindingsProps = {
  plan: Plan;
  planVersionId: string;
  findings: Finding[];
  accepted: AcceptedWord[];
  acceptedEarlier: EarlierWord[];
  isPlanner: boolean;
};

/** What was noticed in a saved version: what is open first, what somebody lives with below, with name and reason. */
export function VersionFindings({ plan, planVersionId, findings, isPlanner, ...words }: VersionFindingsProps) {
  const t = useTranslations("plans.finding");
  const router = useRouter();
  const [asked, setAsked] = useState<Finding | null>(null);
  const { busy, problem, run } = useAction(plan);
  const accept = (finding: Finding, reason: string) =>
    run(
      () => acceptFindingAction({ planVersionId, findingKey: findingKey(finding), reason }),
      () => {
        setAsked(null);
        router.refresh();
      },
    );
  const wordOn = (finding: Finding) => words.accepted.find((one) => one.findingKey === findingKey(finding));
  const earlierOn = (finding: Finding) => words.acceptedEarlier.find((one) => one.findingKey === findingKey(finding));
  const sorted = bySeverity(findings);
  const settled = sorted.filter((finding) => wordOn(finding) !== undefined);
  const open = sorted.filter((finding) => !settled.includes(finding));
  return (
    <>
      <ul>
        {open.map((finding) => (
          <OpenFinding
            key={keyOf(finding)}
            finding={finding}
            earlier={earlierOn(finding)}
            timeZone={plan.timeZone}
            busy={busy}
            onAsk={isPlanner ? () => setAsked(finding) : undefined}
            onConfirm={isPlanner ? (reason) => void accept(finding, reason) : undefined}
          />
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <section aria-labelledby="accepted-findings" className="pt-4">
          <h3 id="accepted-findings" className="border-b border-line-strong px-2 pb-1 text-sm text-ink-2">
            {t("acceptedTitle", { count: settled.length })}
          </h3>
          <ul>
            {settled.map((finding) => (
              <FindingRow key={keyOf(finding)} finding={finding} isSettled>
                <Acceptance word={wordOn(finding)} timeZone={plan.timeZone} />
              </FindingRow>
            ))}
          </ul>
        </section>
      )}
      <AcceptDialog
        finding={asked}
        busy={busy}
        problem={problem}
        onClose={() => setAsked(null)}
        onAccept={(finding, reason) => void accept(finding, reason)}
      />
    </>
  );
}

const keyOf = (finding: Finding) => `${findingKey(finding)} ${finding.line}`;

type OpenFindingProps = {
  finding: Finding;
  earlier: EarlierWord | undefined;
  timeZone: string;
  busy: boolean;
  onAsk?: (() => void) | undefined;
  onConfirm?: ((reason: string) => void) | undefined;
};

/** A finding that nobody has accepted in this version; notes need no accepting. */
function OpenFinding({ finding, earlier, timeZone, busy, onAsk, onConfirm }: OpenFindingProps) {
  const t = useTranslations("plans.finding");
  return (
    <FindingRow finding={finding}>
      <EarlierAcceptance word={earlier} timeZone={timeZone} busy={busy} onConfirm={onConfirm} />
      {onAsk === undefined || finding.severity === "info" ? null : (
        <button
          type="button"
          onClick={onAsk}
          className="inline-flex min-h-6 items-center text-sm text-standby hover:underline"
        >
          {t("accept")}
        </button>
      )}
    </FindingRow>
  );
}
