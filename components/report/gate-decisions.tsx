import { useTranslations } from "next-intl";
import { useGateName } from "@/components/ui/release/use-gate-name";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import type { Plan } from "@/lib/domain/plan/plan";
import { nameOf, roleName } from "@/lib/domain/release/describe";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { type GateRoundReport, gateRounds } from "@/lib/domain/report/gate-rounds";
import { ActorText } from "./actor-text";
import { EventTime } from "./event-time";
import { ReportPart } from "./report-part";

const TONES: Record<GateRoundReport["outcome"], StateTone> = {
  go: "go",
  no_go: "no-go",
  override: "warning",
  expired: "stopped",
  lapsed: "stopped",
  open: "waiting",
};

/** The conditions behind a decision: their keys as the plan's words. */
function ConditionKeys({ plan, keys, title, tone }: { plan: Plan; keys: string[]; title: string; tone: string }) {
  const t = useTranslations("report.condition");
  if (keys.length === 0) return null;
  const text = keys.map((key) => {
    const [kind = key, ...rest] = key.split(":");
    const subject = rest.join(":");
    const word = t.has(kind) ? t(kind) : kind;
    return subject === "" ? word : `${word} ${nameOf(plan, subject)}`;
  });
  return (
    <p className={tone}>
      {title} {text.join(" · ")}
    </p>
  );
}

function Round({ plan, round }: { plan: Plan; round: GateRoundReport }) {
  const t = useTranslations("report.gate");
  const gateName = useGateName();
  const gate = plan.gates.find((one) => one.id === round.gate);
  return (
    <li className="break-inside-avoid border-b border-line py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-bold">
          {t("name", { number: gate?.order ?? 0, name: gate === undefined ? round.gate : gateName(plan, gate) })}
        </span>
        <span className="text-ink-3">{t("round", { round: round.round })}</span>
        <StateMark tone={TONES[round.outcome]}>{t(`outcome.${round.outcome}`)}</StateMark>
        {round.ended === null ? null : (
          <span className="ml-auto text-ink-2">
            <ActorText plan={plan} actor={round.ended.actor} />{" "}
            <EventTime at={round.ended.releaseAt} timeZone={plan.timeZone} />
          </span>
        )}
      </p>
      {round.reason === null ? null : <p className="text-ink-2">{round.reason}</p>}
      <ConditionKeys plan={plan} keys={round.unmet} title={t("unmet")} tone="text-serious" />
      <ConditionKeys plan={plan} keys={round.notWatched} title={t("notWatched")} tone="text-ink-3" />
      <ul className="mt-1 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {round.votes.map((vote) => (
          <li key={vote.cast.seq} className="flex flex-wrap items-baseline gap-x-2.5">
            <span className="w-20 flex-none text-ink-3">{roleName(plan, vote.role)}</span>
            <span className={vote.replaced ? "line-through" : undefined}>
              <StateMark tone={vote.vote === "go" ? "go" : "no-go"}>{vote.vote === "go" ? "GO" : "NO-GO"}</StateMark>
            </span>
            <span className="text-ink-2">{vote.cast.actor.name}</span>
            <EventTime at={vote.cast.releaseAt} timeZone={plan.timeZone} />
            {vote.replaced ? <span className="text-sm text-ink-3">{t("replaced")}</span> : null}
            {vote.reason === null ? null : <span className="basis-full text-ink-2">{vote.reason}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Every decision with the votes and conditions that it stood on. */
export function GateDecisions({ plan, events }: { plan: Plan; events: ReleaseEvent[] }) {
  const t = useTranslations("report.gate");
  const rounds = gateRounds(events);
  return (
    <ReportPart id="decisions" title={t("title")}>
      {rounds.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul>
        {rounds.map((round) => (
          <Round key={`${round.gate} ${round.round}`} plan={plan} round={round} />
        ))}
      </ul>
    </ReportPart>
  );
}
