"use client";

import { useTranslations } from "next-intl";
import { ToneShape } from "@/components/ui/release/stage-shape";
import type { StateTone } from "@/components/ui/state-mark";
import { roleName } from "@/lib/domain/release/describe";
import type { Waiting } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";
import { AfterActs } from "./after-acts";
import { GateCardActs } from "./gate-card-acts";
import { ItemCardActs } from "./item-card-acts";
import { WorkActs } from "./work-acts";

const TONES: Record<Waiting["kind"], StateTone> = {
  item: "waiting",
  start: "waiting",
  vote: "warning",
  decide: "warning",
  confirm: "warning",
  stage: "active",
  step: "active",
  rollback_step: "reverting",
  window: "waiting",
  criterion: "waiting",
  followup: "waiting",
};

/** One thing that waits for me, with its acts right under it. */
export function WaitingCard({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("console.phone");
  const { plan } = useRelease();
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-2 border-line border-b py-3">
      <ToneShape tone={TONES[waiting.kind]} />
      <div className="min-w-0">
        <h3 className="break-words font-bold text-md leading-snug">{waiting.title}</h3>
        <p className="text-ink-2 text-sm">
          {t(`kind.${waiting.kind}`)}
          {waiting.kind === "vote" ? ` · ${roleName(plan, waiting.role)}` : ""}
          {waiting.substitute ? ` · ${t("substitute")}` : ""}
          <VoteCount waiting={waiting} />
        </p>
        <div className="flex flex-wrap gap-2.5 pt-2.5 empty:hidden">
          <Acts waiting={waiting} />
        </div>
      </div>
    </li>
  );
}

/** How the vote stands, so that nobody votes blind. */
function VoteCount({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("console.timeline");
  const { plan, state } = useRelease();
  const gate = plan.gates.find((one) => one.id === waiting.id);
  if (gate === undefined) return null;
  const votes = Object.values(state.gates[gate.id]?.votes ?? {});
  const against = votes.filter((vote) => vote.vote === "no_go");
  const names = against.map((vote) => roleName(plan, vote.role)).join(" · ");
  return (
    <>
      {` · ${t("votes", { go: votes.length - against.length, of: gate.voters.length })}`}
      {names === "" ? "" : ` · ${names} NO-GO`}
    </>
  );
}

function Acts({ waiting }: { waiting: Waiting }) {
  switch (waiting.kind) {
    case "item":
      return <ItemCardActs waiting={waiting} />;
    case "vote":
    case "decide":
    case "confirm":
      return <GateCardActs waiting={waiting} />;
    case "start":
    case "stage":
    case "step":
      return <WorkActs waiting={waiting} />;
    default:
      return <AfterActs waiting={waiting} />;
  }
}
