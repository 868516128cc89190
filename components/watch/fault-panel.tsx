"use client";

import { useTranslations } from "next-intl";
import { usePhrase } from "@/components/ui/phrase";
import { CommandButton } from "@/components/ui/release/command-button";
import { timeOfDay } from "@/components/ui/release/time-text";
import { StateMark } from "@/components/ui/state-mark";
import { actorName } from "@/lib/domain/release/describe";
import { CANARY_ERROR_PERCENTS, type Fault } from "@/lib/domain/release/fault";
import { useRelease } from "@/lib/queries/release/use-release";

/** By what suffers. */
const GROUPS = [
  { of: "canary", faults: ["canary_errors", "canary_latency", "canary_dead"] },
  { of: "both", faults: ["burst_errors", "replication_lag", "alert_firing"] },
  { of: "source", faults: ["source_down", "source_slow", "source_nan"] },
] as const satisfies readonly { of: string; faults: readonly Fault[] }[];

/** In a rehearsal: what the simulated shop can be made to suffer, and what it suffers now. Injected faults stand in the log. */
export function FaultPanel() {
  const t = useTranslations("watch.fault");
  const { state } = useRelease();
  if (state.clock.mode !== "rehearsal") return null;
  return (
    <section className="pt-7">
      <h3 className="font-bold text-md">{t("title")}</h3>
      {GROUPS.map(({ of, faults }) => (
        <div key={of} className="pt-2">
          <h4 className="border-line-strong border-b pb-1 text-ink-2 text-sm">{t(`of.${of}`)}</h4>
          <ul>
            {faults.map((fault) => (
              <FaultRow key={fault} fault={fault} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function FaultRow({ fault }: { fault: Fault }) {
  const t = useTranslations("watch.fault");
  const say = usePhrase();
  const { plan, state } = useRelease();
  const own = state.faults[fault];
  const name = say({ key: `word.${fault}`, values: {} });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b py-2">
      <span className="min-w-0 flex-1 basis-56">
        <span className={own === undefined ? undefined : "font-bold"}>{name}</span>
        {own === undefined ? null : (
          <StateMark tone="caution" className="ml-3">
            {own.percent === null ? "" : `${own.percent}% · `}
            {t("active", { who: actorName(own.by), time: timeOfDay(own.releaseAt, plan.timeZone) })}
          </StateMark>
        )}
      </span>
      {fault === "canary_errors" ? (
        <span className="flex flex-wrap gap-1.5">
          {CANARY_ERROR_PERCENTS.filter((percent) => percent !== own?.percent).map((percent) => (
            <CommandButton key={percent} command={{ type: "fault.inject", fault, percent }} size="small" refused="hide">
              {`${percent}%`}
              <span className="sr-only"> {t("injectNamed", { fault: name })}</span>
            </CommandButton>
          ))}
        </span>
      ) : own === undefined ? (
        <CommandButton command={{ type: "fault.inject", fault }} size="small" refused="hide">
          {t("inject")}
          <span className="sr-only"> {name}</span>
        </CommandButton>
      ) : null}
      {own === undefined ? null : (
        <CommandButton command={{ type: "fault.clear", fault }} size="small" tone="primary" refused="hide">
          {t("clear")}
          <span className="sr-only"> {name}</span>
        </CommandButton>
      )}
    </li>
  );
}
