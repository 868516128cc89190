"use client";

import { useTranslations } from "next-intl";
import { timeOfDay } from "@/components/ui/release/time-text";
import { StateMark } from "@/components/ui/state-mark";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { Gate } from "@/lib/domain/plan/plan";
import { actorName, roleName } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";
import { PlayVote } from "./play-vote";
import { VoteActs } from "./vote-acts";

/** One voting role: who fills it, how it voted and when; its own holder votes right here. */
export function VoteRow({ gate, role }: { gate: Gate; role: RoleId }) {
  const t = useTranslations("console.gate");
  const { plan, state } = useRelease();
  const own = state.gates[gate.id];
  const vote = own?.votes[role];
  const person = state.roles[role]?.person.name;
  const castBy = vote === undefined ? null : actorName(vote.by);
  return (
    <li className="border-line border-b px-5 py-1.5">
      <div className="grid grid-cols-[4.7em_3.2em_minmax(0,1fr)_auto] xl:grid-cols-[5.9em_4.4em_minmax(0,1fr)_auto] items-baseline gap-2">
        <span className="truncate text-ink-2" title={roleName(plan, role)}>
          {roleName(plan, role)}
        </span>
        <span className="truncate">{castBy ?? person ?? <span className="text-ink-3">{t("nobody")}</span>}</span>
        <span className="font-bold">
          {vote === undefined ? (
            <StateMark tone="waiting">{t("waiting")}</StateMark>
          ) : vote.vote === "go" ? (
            <StateMark tone="go">GO</StateMark>
          ) : (
            <StateMark tone="no-go">NO-GO</StateMark>
          )}
        </span>
        {vote === undefined ? (
          <PlayVote gate={gate} role={role} />
        ) : (
          <span className="text-ink-3">{timeOfDay(vote.releaseAt, plan.timeZone)}</span>
        )}
      </div>
      {vote === undefined ? null : (
        <VoteRemark
          reason={vote.reason}
          substitute={vote.by.kind === "person" && vote.by.substitute}
          played={vote.by.kind === "person" && vote.by.played}
        />
      )}
      <VoteActs gate={gate} role={role} />
    </li>
  );
}

function VoteRemark({ reason, substitute, played }: { reason: string | null; substitute: boolean; played: boolean }) {
  const t = useTranslations("console.gate");
  const marks = [substitute ? t("substitute") : null, played ? t("played") : null, reason].filter(
    (one) => one !== null,
  );
  if (marks.length === 0) return null;
  return <p className="break-words text-ink-2 text-sm">{marks.join(" · ")}</p>;
}
