"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/field";
import { ProblemLine } from "@/components/ui/problem-line";
import { StateMark } from "@/components/ui/state-mark";
import { useAction } from "@/components/ui/use-action";
import { approvePlanAction } from "@/lib/actions/approve-plan-action";
import { assignApproverAction } from "@/lib/actions/assign-approver-action";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { roleName } from "@/lib/domain/release/describe";
import { formatDateTime } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

type Named = { id: string; name: string };
export type ApprovalRow = { role: RoleId; approver: Named | null; given: { name: string; at: number } | null };

type ApprovalsProps = {
  plan: Plan;
  planVersionId: string;
  rows: ApprovalRow[];
  people: Named[];
  viewer: { id: string; isPlanner: boolean };
};

/** Who has to approve this version, who has, and the act itself for whoever holds the role. */
export function Approvals({ plan, planVersionId, rows, people, viewer }: ApprovalsProps) {
  const t = useTranslations("plans.approval");
  if (rows.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.role} className="space-y-2 border-b border-line py-2">
          <ApprovalState plan={plan} row={row} />
          {row.given === null && row.approver?.id === viewer.id ? (
            <ApproveAct plan={plan} planVersionId={planVersionId} role={row.role} />
          ) : null}
          {row.given === null && viewer.isPlanner ? (
            <ApproverChoice
              plan={plan}
              planVersionId={planVersionId}
              row={row}
              people={people.filter(({ id }) => id !== viewer.id)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function ApprovalState({ plan, row }: { plan: Plan; row: ApprovalRow }) {
  const t = useTranslations("plans.approval");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  const { given, approver } = row;
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-3">
      <span>
        {roleName(plan, row.role)}
        <span className="ml-2 text-ink-2">{given?.name ?? approver?.name ?? t("nobody")}</span>
      </span>
      {given === null ? (
        <StateMark tone="waiting">{t("open")}</StateMark>
      ) : (
        <StateMark tone="done">{t("given", { at: formatDateTime(given.at, plan.timeZone, locale) })}</StateMark>
      )}
    </p>
  );
}

function ApproveAct({ plan, planVersionId, role }: { plan: Plan; planVersionId: string; role: RoleId }) {
  const t = useTranslations("plans.approval");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { busy, problem, run } = useAction(plan);
  const name = roleName(plan, role);
  return (
    <>
      <Button tone="go" size="small" busy={busy} onClick={() => setOpen(true)}>
        {t("approve", { role: name })}
      </Button>
      <ProblemLine problem={problem} />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        tone="go"
        content={{
          title: t("confirmTitle", { version: plan.info.version }),
          lines: [t("confirmRole", { role: name }), t("confirmForever")],
          confirmLabel: t("approve", { role: name }),
        }}
        onConfirm={() => {
          setOpen(false);
          void run(
            () => approvePlanAction({ planVersionId, role }),
            () => router.refresh(),
          );
        }}
      />
    </>
  );
}

type ApproverChoiceProps = { plan: Plan; planVersionId: string; row: ApprovalRow; people: Named[] };

function ApproverChoice({ plan, planVersionId, row, people }: ApproverChoiceProps) {
  const t = useTranslations("plans.approval");
  const router = useRouter();
  const { busy, problem, run } = useAction(plan);
  if (people.length === 0) return <p className="text-sm text-ink-3">{t("nobodyElse")}</p>;
  return (
    <>
      <Select
        label={t("assign", { role: roleName(plan, row.role) })}
        value={row.approver?.id ?? ""}
        disabled={busy}
        onChange={(event) => {
          const person = event.target.value;
          void run(
            () => assignApproverAction({ planVersionId, role: row.role, person }),
            () => router.refresh(),
          );
        }}
        options={[
          { value: "", label: t("choose"), disabled: true },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ProblemLine problem={problem} />
    </>
  );
}
