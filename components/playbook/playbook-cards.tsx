"use client";

import { clsx } from "clsx";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { roleNames } from "@/components/ui/release/plan-words";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { clockSpan, timeOfDay } from "@/components/ui/release/time-text";
import { Shape } from "@/components/ui/shape";
import type { PlaybookId } from "@/lib/domain/plan/ids";
import { playbookOwners } from "@/lib/domain/plan/playbook-matchers";
import { actorName, causeName } from "@/lib/domain/release/describe";
import { type StandingMatch, standingMatches } from "@/lib/domain/release/playbook-standing";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { lastRun } from "./last-run";

const PlaybookDrawer = dynamic(() => import("./playbook-drawer").then((part) => part.PlaybookDrawer), { ssr: false });

/** The playbooks whose scenario has come: what for, who sees to it, which step is next, and the clock against the expected recovery. */
export function PlaybookCards() {
  const { plan, state } = useRelease();
  const [shown, setShown] = useState<PlaybookId | null>(null);
  return (
    <>
      {standingMatches(plan, state).map((standing) => (
        <PlaybookCard key={standing.playbook.id} {...standing} onShow={setShown} />
      ))}
      {shown === null ? null : (
        <PlaybookDrawer
          playbook={plan.playbooks.find(({ id }) => id === shown) ?? null}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function PlaybookCard({ playbook, match, onShow }: StandingMatch & { onShow: (id: PlaybookId) => void }) {
  const t = useTranslations("console.playbook");
  const { plan, state } = useRelease();
  const last = lastRun(state.playbooks, playbook.id);
  const run = last !== undefined && last.closed === null ? last : undefined;
  const next = playbook.steps.find(({ id }) => run?.steps[id] === undefined);
  const facts = [
    t(`cause.${match.cause.kind}`, { cause: causeName(plan, match.cause) }),
    t("since", { time: timeOfDay(match.releaseAt, plan.timeZone) }),
    match.gone === null ? null : t("gone", { time: timeOfDay(match.gone.releaseAt, plan.timeZone) }),
    run === undefined
      ? t("waitsFor", { who: roleNames(plan, playbookOwners(plan, playbook)) })
      : t("openedBy", { who: actorName(run.opened.by), time: timeOfDay(run.opened.releaseAt, plan.timeZone) }),
    next === undefined ? null : t("nextStep", { step: next.name }),
  ].filter((fact) => fact !== null);
  return (
    <section
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-serious border-l-4 bg-serious/10 px-5 py-2 not-first:border-t not-first:border-t-line-strong max-sm:pr-4.5 max-sm:pl-3.5"
    >
      <span className="text-2xl text-serious leading-none max-sm:self-start max-sm:pt-0.5">
        <Shape name="triangle" />
      </span>
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-bold text-lg">{t("called", { playbook: playbook.name })}</p>
        <p className="break-words text-ink">{facts.join(" · ")}</p>
      </div>
      <CardClock since={match.releaseAt} recoveryMin={playbook.recoveryMin} />
      <div className="flex flex-wrap items-center gap-2">
        <Button tone="primary" onClick={() => onShow(playbook.id)}>
          {t("work")}
        </Button>
        <ReasonButton
          command={(reason) => ({ type: "playbook.dismiss", playbook: playbook.id, reason })}
          title={t("dismissTitle", { playbook: playbook.name })}
          explain={t("dismissExplain")}
          label={t("dismiss")}
        />
      </div>
    </section>
  );
}

function CardClock({ since, recoveryMin }: { since: number; recoveryMin: number | null }) {
  const t = useTranslations("console.playbook");
  const passed = useReleaseNow() - since;
  const over = recoveryMin === null ? 0 : passed - recoveryMin * 60_000;
  return (
    <p
      role="timer"
      className={clsx("text-right max-sm:flex-1 max-sm:text-left", over > 0 ? "text-critical" : "text-ink")}
    >
      <b className="block text-xl tabular-nums">{clockSpan(passed)}</b>
      {recoveryMin === null ? null : (
        <span className="text-sm">
          {over > 0
            ? t("overRecovery", { minutes: recoveryMin, over: clockSpan(over) })
            : t("recovery", { minutes: recoveryMin })}
        </span>
      )}
    </p>
  );
}
