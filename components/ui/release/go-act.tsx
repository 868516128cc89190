"use client";

import { useTranslations } from "next-intl";
import type { Gate } from "@/lib/domain/plan/plan";
import { actorName, roleName } from "@/lib/domain/release/describe";
import { gateConditions } from "@/lib/domain/release/gate-conditions";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";
import { HoldCommand } from "./hold-command";
import { useGateName } from "./use-gate-name";
import { useSentence } from "./use-sentence";

const GO_HOLD_MS = 1500;
const FULL_HOLD_MS = 2500;

/** GO of a gate: held longer when it moves all traffic, and its dialog names who has signed and what is red. */
export function GoAct({ gate, className }: { gate: Gate; className?: string }) {
  const t = useTranslations("console.go");
  const gateName = useGateName();
  const sentence = useSentence();
  const { plan, state } = useRelease();
  const now = useNow();
  const evidence = useRound()?.evidence ?? null;
  const own = state.gates[gate.id];
  const to = gate.before.kind === "stage" ? gate.before.share : null;
  const holdMs = to === 100 ? FULL_HOLD_MS : GO_HOLD_MS;
  const conditions = gateConditions({ plan, state, now, evidence }, gate.id);
  const unmet = conditions.filter((condition) => condition.met === "unmet");
  const unwatched = conditions.filter((condition) => condition.met === "not_watched").length;
  const name = gateName(plan, gate);
  const act = to === null ? name : t("switchTo", { share: to });
  const votes = Object.values(own?.votes ?? {}).map(
    (vote) => `${roleName(plan, vote.role)} ${actorName(vote.by)} ${vote.vote === "go" ? "GO" : "NO-GO"}`,
  );
  return (
    <div className="[&>span]:flex-row-reverse [&>span]:flex-nowrap [&>span>span]:max-w-64 [&>span>span]:text-right">
      <HoldCommand
        command={{ type: "gate.decide", gate: gate.id, round: own?.round ?? 1, decision: "go", expectedSeq: state.seq }}
        holdMs={holdMs}
        tone="go"
        size="large"
        label={t("label", { act })}
        className={className ?? ""}
        {...(unmet.length === 0 ? {} : { refusedText: <Missing count={unmet.length} seconds={holdMs / 1000} /> })}
        dialog={{
          title: t("title", { release: plan.info.version, act }),
          lines: [
            to === null ? t("completes") : t("traffic", { from: state.traffic.wanted, to }),
            votes.length === 0 ? t("noVotes") : votes.join(" · "),
            ...unmet.map((condition) => sentence.condition(condition)),
            ...(unwatched === 0 ? [] : [t("unwatched", { count: unwatched })]),
          ],
          confirmLabel: act,
        }}
      />
    </div>
  );
}

function Missing({ count, seconds }: { count: number; seconds: number }) {
  const t = useTranslations("console.go");
  return (
    <>
      <span className="block">{t("missing", { count })}</span>
      <span className="block text-ink-3">{t("holdFor", { seconds })}</span>
    </>
  );
}
