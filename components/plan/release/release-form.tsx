"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemLine } from "@/components/ui/problem-line";
import { StateMark } from "@/components/ui/state-mark";
import { isRunnable, ScriptField, type ScriptWish } from "@/components/ui/watch/script-field";
import type { Finding } from "@/lib/domain/plan/finding";
import { instantOf } from "@/lib/domain/plan/local-time";
import type { Plan } from "@/lib/domain/plan/plan";
import type { RoleProposal } from "@/lib/domain/plan/propose-roles";
import type { ReleaseMode } from "@/lib/domain/release/state";
import { FindingCounts } from "../findings/finding-counts";
import { type Assignment, assignedRoles, type Named, proposedAssignments } from "./assignment";
import { ClockFields, type ReleaseClockWish } from "./clock-fields";
import { OpenErrors } from "./open-errors";
import { RoleFields } from "./role-fields";
import { useCreateRelease } from "./use-create-release";

type ReleaseFormProps = {
  plan: Plan;
  planId: string;
  planVersionId: string;
  number: number;
  findings: Finding[];
  /** Errors that nobody has accepted: a live release over them needs a reason in one's own name. */
  openErrors: Finding[];
  approvals: { wanted: number; given: number };
  proposals: RoleProposal[];
  people: Named[];
  self: Named;
  start: string;
};

function Block({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-4 pb-6">
      <h2 className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-lg font-bold">{title}</span>
        {note}
      </h2>
      {children}
    </section>
  );
}

/** From a plan version to a release: mode and clock, people, and what should be known before. */
export function ReleaseForm(props: ReleaseFormProps) {
  const { plan, planId, planVersionId, proposals, people, self } = props;
  const t = useTranslations("plans.release");
  const [clock, setClock] = useState<ReleaseClockWish>({ mode: "live", speed: 30, start: props.start });
  const [assignments, setAssignments] = useState<Assignment[]>(() =>
    proposedAssignments(proposals, { manages: plan.manager, id: self.id }),
  );
  const [override, setOverride] = useState("");
  const [script, setScript] = useState<ScriptWish>({ name: "", text: "" });
  const { busy, problem, create } = useCreateRelease(plan);
  const isOver = clock.mode === "live" && props.openErrors.length > 0;
  const isScriptUnread = clock.mode === "rehearsal" && script.text.trim() !== "" && !isRunnable(plan, script);
  const refused = isOver && override.trim() === "" ? t("errorsFirst") : isScriptUnread ? t("scriptFirst") : undefined;
  const createWished = () => {
    const { mode, speed, start } = clock;
    const timing = mode === "live" ? { startsAt: instantOf(start, plan.timeZone) } : { speed };
    const over = isOver ? { override } : {};
    const scripted = mode === "rehearsal" && isRunnable(plan, script) ? { faultScript: script } : {};
    create({ planVersionId, mode, ...timing, ...scripted, ...over, roles: assignedRoles(assignments, people) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (refused === undefined) createWished();
      }}
    >
      <PageHeader
        title={t("title")}
        lead={t("lead", { version: plan.info.version, number: props.number, title: plan.title })}
      />
      <Block title={t("when")}>
        <ClockFields plan={plan} clock={clock} onChange={setClock} />
      </Block>
      {clock.mode === "rehearsal" ? <FaultBlock plan={plan} script={script} onChange={setScript} /> : null}
      <RoleBlock {...props} mode={clock.mode} assignments={assignments} onChange={setAssignments} />
      <Block title={t("before")}>
        <BeforeFacts {...props} isLive={clock.mode === "live"} />
        <OpenErrors
          errors={props.openErrors}
          mode={clock.mode}
          name={self.name}
          override={override}
          onChange={setOverride}
        />
      </Block>
      <footer className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line-strong bg-bg py-3">
        <Button type="submit" tone={isOver ? "serious" : "primary"} size="large" busy={busy} refused={refused}>
          {busy ? t("creating") : isOver ? t("create.over") : t(`create.${clock.mode}`)}
        </Button>
        <Link href={`/plans/${planId}?version=${planVersionId}`} className={buttonClass("quiet", "large")}>
          {t("back")}
        </Link>
        <ProblemLine problem={problem} />
      </footer>
    </form>
  );
}

type FaultBlockProps = { plan: Plan; script: ScriptWish; onChange: (script: ScriptWish) => void };

function FaultBlock(props: FaultBlockProps) {
  const t = useTranslations("plans.release");
  return (
    <Block title={t("faults")} note={<span className="text-sm font-normal text-ink-3">{t("faultsNote")}</span>}>
      <div className="max-w-3xl">
        <ScriptField {...props} />
      </div>
    </Block>
  );
}

function BeforeFacts({ planId, planVersionId, findings, approvals, isLive }: ReleaseFormProps & { isLive: boolean }) {
  const t = useTranslations("plans.release");
  const isApproved = approvals.given >= approvals.wanted;
  return (
    <ul className="space-y-1.5">
      <li className="flex flex-wrap items-baseline gap-x-4">
        <span className="w-20 flex-none text-ink-3">{t("findings")}</span>
        <FindingCounts findings={findings} />
        <Link
          href={`/plans/${planId}?version=${planVersionId}#findings`}
          className="inline-flex min-h-6 items-center text-standby hover:underline"
        >
          {t("read")}
        </Link>
      </li>
      <li className="flex flex-wrap items-baseline gap-x-4">
        <span className="w-20 flex-none text-ink-3">{t("approvals")}</span>
        <StateMark tone={isApproved ? "done" : "waiting"}>{t("given", approvals)}</StateMark>
        {isApproved || !isLive ? null : <span className="text-ink-2">{t("approvalNeeded")}</span>}
      </li>
    </ul>
  );
}

type RoleBlockProps = ReleaseFormProps & {
  mode: ReleaseMode;
  assignments: Assignment[];
  onChange: (assignments: Assignment[]) => void;
};

function RoleBlock({ plan, proposals, people, self, mode, assignments, onChange }: RoleBlockProps) {
  const t = useTranslations("plans.release");
  const needed = new Set(proposals.filter((one) => one.needed).map(({ role }) => role));
  const isOpen = ({ role, person }: Assignment) => person === "" && needed.has(role);
  const open = assignments.filter(isOpen).length;
  const note =
    mode === "rehearsal" && open > 0 ? (
      <Button
        size="small"
        onClick={() => onChange(assignments.map((one) => (isOpen(one) ? { ...one, person: self.id } : one)))}
      >
        {t("takeOpen", { count: open })}
      </Button>
    ) : (
      <span className="text-sm font-normal text-ink-3">{t("openRoles", { count: open })}</span>
    );
  return (
    <Block title={t("who")} note={note}>
      <p className="mb-2 text-ink-2">{t("whoLead")}</p>
      {proposals.map((proposal) => (
        <RoleFields
          key={proposal.role}
          proposal={proposal}
          assignment={
            assignments.find(({ role }) => role === proposal.role) ?? {
              role: proposal.role,
              person: "",
              substitutes: [],
            }
          }
          people={people}
          self={self.id}
          mode={mode}
          isManager={proposal.role === plan.manager}
          onChange={(next) => onChange(assignments.map((one) => (one.role === next.role ? next : one)))}
        />
      ))}
    </Block>
  );
}
