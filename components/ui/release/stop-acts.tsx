"use client";

import { useTranslations } from "next-intl";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { openGate } from "@/lib/domain/release/current";
import type { ReleaseStatus } from "@/lib/domain/release/state";
import { rolesHeldBy } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";
import { Button } from "../button";
import { usePaletteAct } from "../palette-entries";
import { Shape } from "../shape";
import { useActing } from "./acting-role";
import { useAfterthought } from "./afterthought";
import { HoldCommand } from "./hold-command";
import { useAct } from "./use-act";
import { useGateName } from "./use-gate-name";

const ROLLBACK_HOLD_MS = 800;
const OVER: readonly ReleaseStatus[] = ["closed", "cancelled", "rolled_back"];

/**
 * The three ways to stop, always at the same place. Before the start and after the end there is nothing to stop: they stand
 * there all the same, and the sentence beside them says why they cannot be pressed.
 */
export function StopActs({ narrow }: { narrow?: "thumb" }) {
  const t = useTranslations("console.bar");
  const { state } = useRelease();
  if (state.status === "preparing") return <Resting reason={t("notYet")} />;
  if (OVER.includes(state.status)) return <Resting reason={t("over")} />;
  if (narrow === undefined) {
    return (
      <>
        <RollbackAct />
        <NoGoAct />
        <HoldAct />
      </>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)_minmax(0,1.7fr)] gap-2.5 [&>span]:grid [&>span]:grid-cols-[minmax(0,1fr)]">
      <HoldAct className="px-1.5" />
      <NoGoAct className="px-1.5" />
      <RollbackAct className="px-1.5" label={t("rollbackShort")} />
    </div>
  );
}

function Resting({ reason }: { reason: string }) {
  const t = useTranslations("console.bar");
  const names = [t("rollbackName"), "NO-GO", t("hold")];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <div className="flex gap-3 [&>span>span]:sr-only">
        {names.map((name) => (
          <Button key={name} size="large" refused={reason}>
            {name}
          </Button>
        ))}
      </div>
      <p aria-hidden className="text-ink-2 text-sm">
        {reason}
      </p>
    </div>
  );
}

/** Back to the old version. Pressable in every state; where it is too early or too late, the answer says so. */
function RollbackAct({ className, label }: { className?: string; label?: string }) {
  const t = useTranslations("console.bar");
  const { plan, state } = useRelease();
  const { ask } = useAfterthought();
  const target = plan.rollback?.targetMin ?? null;
  return (
    <HoldCommand
      command={{ type: "rollback.start" }}
      holdMs={ROLLBACK_HOLD_MS}
      tone="critical-fill"
      size="large"
      refused="press"
      label={label ?? t("rollback")}
      className={className ?? ""}
      dialog={{
        title: t("rollbackTitle", { release: plan.info.version }),
        lines: [
          t("rollbackTraffic", { from: state.traffic.wanted }),
          target === null
            ? t("rollbackSteps", { count: plan.rollback?.steps.length ?? 0 })
            : t("rollbackTarget", { minutes: target }),
          t("rollbackFence"),
        ],
        confirmLabel: t("rollbackAct"),
      }}
      onDone={() =>
        ask({ kind: "rollback", keep: (text) => ({ type: "note.add", text: t("note.rollback", { text }) }) })
      }
    />
  );
}

/** Nothing advances any more. When that is so already, the answer says since when and by whom. */
function HoldAct({ className }: { className?: string }) {
  const t = useTranslations("console.bar");
  const { ask } = useAfterthought();
  const { run, sending, sendingText } = useAct();
  const keep = (text: string): PersonCommand => ({ type: "note.add", text: t("note.hold", { text }) });
  const press = async () => {
    if (await run({ type: "release.hold" })) ask({ kind: "hold", keep });
  };
  usePaletteAct(sending ? null : t("hold"), press);
  return (
    <Button tone="serious" size="large" busy={sending} className={className} onClick={press}>
      <Shape name="bars" />
      {sending ? sendingText : t("hold")}
    </Button>
  );
}

/** NO-GO: my vote where I have one, else a hold. */
function NoGoAct({ className }: { className?: string }) {
  const t = useTranslations("console.bar");
  const { ask } = useAfterthought();
  const { run, sending, sendingText } = useAct();
  const { command, explain } = useNoGo();
  const keep = (reason: string): PersonCommand =>
    command.type === "gate.vote"
      ? { ...command, reason }
      : { type: "note.add", text: t("note.no_go", { text: reason }) };
  const press = async () => {
    if (await run(command)) ask({ kind: "no_go", keep });
  };
  usePaletteAct(sending ? null : `NO-GO · ${explain}`, press);
  return (
    <Button tone="critical" size="large" busy={sending} className={className} title={explain} onClick={press}>
      <Shape name="octagon" />
      {sending ? sendingText : "NO-GO"}
      <span className="sr-only">{explain}</span>
    </Button>
  );
}

function useNoGo(): { command: PersonCommand; explain: string } {
  const t = useTranslations("console.bar");
  const gateName = useGateName();
  const { plan, state, viewer } = useRelease();
  const { role } = useActing();
  const gate = openGate(plan, state);
  const held = viewer === null ? [] : [...rolesHeldBy(plan, state, viewer.person).keys()];
  const voting = gate === null ? [] : gate.voters.filter((one) => (role === null ? held.includes(one) : one === role));
  const as = voting.find((one) => gate !== null && state.gates[gate.id]?.votes[one]?.vote !== "no_go");
  if (gate === null || as === undefined) return { command: { type: "release.hold" }, explain: t("noGoHolds") };
  const round = state.gates[gate.id]?.round ?? 1;
  return {
    command: { type: "gate.vote", gate: gate.id, round, vote: "no_go", as },
    explain: t("noGoVotes", { gate: gateName(plan, gate) }),
  };
}
