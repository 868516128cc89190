"use client";

import { clsx } from "clsx";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePhrase } from "@/components/ui/phrase";
import { Shape, type ShapeName } from "@/components/ui/shape";
import { lastGoodAt } from "@/components/ui/watch/age";
import { blindKind, callEvidence, callKind, callSubject } from "@/components/ui/watch/call-words";
import { useCallTitle } from "@/components/ui/watch/use-call-title";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { actorName } from "@/lib/domain/release/describe";
import type { JobPurpose } from "@/lib/domain/release/job";
import { blindCallsAt, type StandingCall, standingCalls } from "@/lib/domain/release/standing-calls";
import { trafficStep } from "@/lib/domain/release/traffic-back";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";
import { CommandButton } from "./command-button";
import { ReasonButton } from "./reason-button";
import { clockSpan, remainingSpan, timeOfDay } from "./time-text";

// Only a P1 needs it, and whoever answers that: it comes then.
const ScheduleForm = dynamic(() => import("./schedule-form").then((part) => part.ScheduleForm), { ssr: false });

/** Everybody who looks is called, wherever they look: what it is about, how long until it is escalated, and the ways to answer. */
export function CallNotices() {
  const t = useTranslations("watch.call");
  const { plan, state } = useRelease();
  const calls = standingCalls(plan, state);
  const open = calls.find(({ acknowledged }) => acknowledged === null);
  useCallTitle(
    open === undefined ? null : t(`kind.${callKind(plan, open.about)}`, { subject: callSubject(plan, open.about) }),
  );
  const isSaid = calls.some(({ about }) => about.kind === "source");
  return (
    <>
      {calls.map((call, place) => (
        <OneCall key={call.call} call={call} isShort={place > 0} />
      ))}
      {state.blind === null || isSaid ? null : <Blind />}
    </>
  );
}

type Level = "open" | "escalated" | "taken" | "blind";

const LOOK: Record<Level, { ground: string; shape: ShapeName; colour: string }> = {
  open: {
    ground: "border-b-2 border-serious first:border-t-2 bg-serious/15",
    shape: "triangle",
    colour: "text-serious",
  },
  escalated: {
    ground: "border-y-4 border-critical-fill bg-critical-fill/25",
    shape: "octagon",
    colour: "text-critical",
  },
  taken: { ground: "border-l-4 border-serious bg-panel", shape: "triangle", colour: "text-serious" },
  blind: { ground: "hatch border-y border-line-strong", shape: "hatch", colour: "text-ink" },
};

type BarProps = {
  level: Level;
  isShort?: boolean;
  title: string;
  children: ReactNode;
  side: ReactNode;
  acts?: ReactNode;
};

function Bar({ level, isShort = false, title, children, side, acts }: BarProps) {
  const { ground, shape, colour } = LOOK[level];
  return (
    <section
      role="status"
      className={clsx("flex flex-wrap items-center gap-x-4 gap-y-2 px-5", isShort ? "py-1" : "py-2", ground)}
    >
      <span className={clsx(isShort ? "text-lg" : "text-2xl", "leading-none", colour)}>
        <Shape name={shape} />
      </span>
      <div className={clsx("min-w-0 flex-1 basis-64", level === "blind" && "bg-bg px-2")}>
        <p className={clsx("font-bold", isShort ? "text-base" : "text-lg")}>{title}</p>
        {isShort ? null : <p className="text-ink">{children}</p>}
      </div>
      <p className={clsx("text-right font-bold max-sm:w-full max-sm:text-left", level === "blind" && "bg-bg px-2")}>
        {side}
      </p>
      {acts === undefined ? null : <div className="flex flex-wrap items-center gap-2">{acts}</div>}
    </section>
  );
}

/** The first call says all it knows, the others stand below it in one line each: the page must stay usable. */
function OneCall({ call, isShort }: { call: StandingCall; isShort: boolean }) {
  const t = useTranslations("watch.call");
  const say = usePhrase();
  const { plan, state } = useRelease();
  const now = useNow();
  const { about, acknowledged, escalated } = call;
  const kind = callKind(plan, about);
  const subject = callSubject(plan, about);
  const evidence = callEvidence(plan, state, about);
  const level = acknowledged !== null ? "taken" : escalated === null ? "open" : "escalated";
  return (
    <Bar
      level={level}
      isShort={isShort}
      title={t(`kind.${kind}`, { subject })}
      side={
        acknowledged !== null
          ? t("taken", { who: actorName(acknowledged.by), time: timeOfDay(acknowledged.releaseAt, plan.timeZone) })
          : escalated === null
            ? t("escalates", { left: remainingSpan(call.escalatesAt - now) })
            : t("escalated", { since: clockSpan(now - call.at) })
      }
      acts={<CallActs call={call} subject={subject} isPlanned={kind === "P1"} />}
    >
      {evidence === null ? "" : `${say(evidence)} · `}
      {t(`what.${kind}`)}
      {kind === "source" ? <LastGood /> : null}
      <span className="text-ink-2"> · {t("since", { time: timeOfDay(call.releaseAt, plan.timeZone) })}</span>
    </Bar>
  );
}

/** Taking it is one press; the ways to decide stand beside it. ROLLBACK and HOLD stand in the bar below in every state. */
function CallActs({ call, subject, isPlanned }: { call: StandingCall; subject: string; isPlanned: boolean }) {
  const t = useTranslations("watch.call");
  const banner = useTranslations("console.banner");
  const { about, acknowledged } = call;
  return (
    <>
      {acknowledged === null ? (
        <CommandButton command={{ type: "call.acknowledge", call: call.call }} tone="primary" refused="hide">
          {t("take")}
        </CommandButton>
      ) : null}
      {about.kind === "job" ? <JobActs purpose={about.purpose} /> : null}
      {about.kind === "trigger" && isPlanned ? <ScheduleForm /> : null}
      {about.kind === "trigger" ? (
        <ReasonButton
          command={(reason) => ({ type: "trigger.dismiss", trigger: about.trigger, reason })}
          explain={t("dismissExplain")}
          title={banner("dismissTitle", { trigger: subject })}
          label={banner("dismiss")}
        />
      ) : null}
    </>
  );
}

/** Once more by a runner, or the word of a person that it is done; what does not fit now is not shown. */
function JobActs({ purpose }: { purpose: JobPurpose }) {
  const t = useTranslations("watch.call");
  const { plan, state } = useRelease();
  const isBack = purpose.kind === "traffic" && state.status === "rolling_back";
  const step = purpose.kind === "rollback_step" ? purpose.step : isBack ? trafficStep(plan)?.id : undefined;
  const again = againCommand(purpose, isBack);
  return (
    <>
      {again === null ? null : (
        <CommandButton command={again} refused="hide">
          {t("askAgain")}
        </CommandButton>
      )}
      {step === undefined ? null : (
        <CommandButton command={{ type: "rollback.step", step, outcome: "done" }} refused="hide">
          {t("stepDone")}
        </CommandButton>
      )}
    </>
  );
}

function againCommand(purpose: JobPurpose, isBack: boolean): PersonCommand | null {
  if (isBack) return { type: "rollback.traffic" };
  if (purpose.kind === "traffic") return { type: "traffic.shift", share: purpose.share };
  return purpose.kind === "rollback_step" ? { type: "rollback.run", step: purpose.step } : null;
}

function Blind() {
  const t = useTranslations("watch.call");
  const { state } = useRelease();
  const now = useNow();
  const callsAt = blindCallsAt(state);
  if (callsAt === null || state.blind === null) return null;
  return (
    <Bar
      level="blind"
      title={t(`kind.${blindKind(state.blind.source)}`, { subject: state.blind.source })}
      side={t("callsIn", { left: remainingSpan(callsAt - now) })}
    >
      {t(`what.${blindKind(state.blind.source)}`)}
      <LastGood />
    </Bar>
  );
}

function LastGood() {
  const t = useTranslations("watch.call");
  const round = useRound();
  const now = useNow();
  const at = round === null ? null : lastGoodAt(round);
  return at === null ? null : ` · ${t("lastGood", { seconds: Math.max(0, Math.round((now - at) / 1000)) })}`;
}
