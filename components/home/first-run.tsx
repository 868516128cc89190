"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ProblemLine } from "@/components/ui/problem-line";
import { Shape } from "@/components/ui/shape";
import { useActKey } from "@/components/ui/use-act-key";
import { useAction } from "@/components/ui/use-action";
import { loadSampleAction } from "@/lib/actions/load-sample-action";
import { rehearsePlanAction } from "@/lib/actions/rehearse-plan-action";
import type { PlanChoice } from "@/lib/contracts/overview";

type StepProps = { number: number; state: "done" | "now" | "later"; title: string; text: string; children?: ReactNode };

function Step({ number, state, title, text, children }: StepProps) {
  return (
    <li className={classNames("border-t-2 pt-3", state === "now" ? "border-accent" : "border-line-strong")}>
      <p className="flex items-baseline gap-2.5">
        <span className={classNames("text-2xl", state === "later" ? "text-ink-3" : "text-ink")}>
          {state === "done" ? (
            <span className="text-normal">
              <Shape name="tick" />
            </span>
          ) : (
            number
          )}
        </span>
        <span className={classNames("text-lg font-bold", state === "later" && "text-ink-2")}>{title}</span>
      </p>
      <p className="mt-1 max-w-prose text-ink-2">{text}</p>
      {children === undefined ? null : <div className="mt-3 flex flex-wrap items-center gap-3">{children}</div>}
    </li>
  );
}

function LoadSample() {
  const t = useTranslations("home.first");
  const router = useRouter();
  const { busy, problem, run } = useAction(null);
  return (
    <>
      <Button
        tone="primary"
        size="large"
        busy={busy}
        onClick={() => void run(loadSampleAction, () => router.refresh())}
      >
        {busy ? t("loading") : t("load")}
      </Button>
      <Link href="/plans/import" className="text-standby hover:underline">
        {t("own")}
      </Link>
      <ProblemLine problem={problem} />
    </>
  );
}

function Rehearse({ plan }: { plan: PlanChoice }) {
  const t = useTranslations("home.first");
  const router = useRouter();
  const { busy, problem, run } = useAction(null);
  const keyOf = useActKey();
  const rehearse = () =>
    run(
      () => rehearsePlanAction(plan.planVersionId, keyOf(plan.planVersionId)),
      ({ releaseId }) => router.push(`/releases/${releaseId}`),
    );
  return (
    <>
      <Button tone="primary" size="large" busy={busy} onClick={() => void rehearse()}>
        {busy ? t("rehearsing") : t("rehearse", { version: plan.version })}
      </Button>
      <Link href={`/plans/${plan.planId}`} className="text-standby hover:underline">
        {t("look")}
      </Link>
      <ProblemLine problem={problem} />
    </>
  );
}

/** From nothing to a night on the wall, each step one click. */
export function FirstRun({ plan, rehearsal }: { plan: PlanChoice | null; rehearsal: string | null }) {
  const t = useTranslations("home.first");
  const stateOf = (isDone: boolean, isNow: boolean) => (isDone ? "done" : isNow ? "now" : "later");
  return (
    <section aria-labelledby="first-run" className="pb-8">
      <h2 id="first-run" className="text-xl font-bold">
        {t("title")}
      </h2>
      <p className="mt-1 mb-5 max-w-prose text-ink-2">{t("lead")}</p>
      <ol className="grid gap-x-8 gap-y-6 md:grid-cols-3">
        <Step number={1} state={stateOf(plan !== null, plan === null)} title={t("step1")} text={t("text1")}>
          {plan === null ? <LoadSample /> : undefined}
        </Step>
        <Step
          number={2}
          state={stateOf(rehearsal !== null, plan !== null && rehearsal === null)}
          title={t("step2")}
          text={t("text2")}
        >
          {plan !== null && rehearsal === null ? <Rehearse plan={plan} /> : undefined}
        </Step>
        <Step number={3} state={stateOf(false, rehearsal !== null)} title={t("step3")} text={t("text3")}>
          {rehearsal === null ? undefined : (
            <Link href={`/wall/${rehearsal}`} className="text-standby hover:underline">
              {t("wall")}
            </Link>
          )}
        </Step>
      </ol>
    </section>
  );
}
