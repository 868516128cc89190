"use client";

import type { ItemId } from "@/lib/domain/plan/ids";
import { signersOf } from "@/lib/domain/plan/item-owners";
import { formatElapsed, formatLate, formatRemaining } from "@/lib/i18n/format-duration";
import { formatClock, formatHourMinute } from "@/lib/i18n/format-time";
import { ListPanel, type ListRow } from "./list-panel";
import { byName, ownerNames } from "./names";
import { useScene } from "./scene";

const ROWS = 7;
const MINUTE_MS = 60_000;

/** The rollback procedure, step by step. */
export function ProcedurePanel() {
  const scene = useScene();
  const { plan, state, say } = scene;
  const steps = plan.rollback?.steps ?? [];
  const first = steps.findIndex((step) => state.rollback.steps[step.id] === undefined);
  const rows = steps.map((step, index): ListRow => {
    const own = state.rollback.steps[step.id];
    const owners = step.owners.length > 0 ? step.owners : [plan.manager];
    if (own === undefined) {
      const due = index === first ? ("active" as const) : ("waiting" as const);
      return {
        key: step.id,
        tone: due,
        word: say(`procedure.${due}`),
        title: step.name,
        who: ownerNames(scene, owners),
        time: "",
      };
    }
    return {
      key: step.id,
      tone: own.outcome,
      word: say(`procedure.${own.outcome}`),
      title: step.name,
      who: byName(own.mark),
      time: formatClock(own.mark.releaseAt, plan.timeZone),
    };
  });
  const done = rows.filter((row) => row.tone === "done" || row.tone === "skipped").length;
  return <ListPanel title={say("procedure.title")} facts={`${done} / ${rows.length}`} rows={rows} most={ROWS} />;
}

/** What has to follow a rollback, and by when. */
export function FollowupPanel() {
  const scene = useScene();
  const { plan, state, now, say } = scene;
  const from = state.rollback.completed?.releaseAt ?? now;
  const rows = plan.followups.map((followup): ListRow => {
    const done = state.followups[followup.id];
    const due = followup.dueMin === null ? null : from + followup.dueMin * MINUTE_MS;
    if (done !== undefined) {
      const time = formatClock(done.releaseAt, plan.timeZone);
      return {
        key: followup.id,
        tone: "done",
        word: say("followup.done"),
        title: followup.name,
        who: byName(done),
        time,
      };
    }
    const late = due !== null && due < now;
    return {
      key: followup.id,
      tone: late ? "warning" : "waiting",
      word: say(late ? "followup.late" : "followup.open"),
      title: followup.name,
      who: ownerNames(scene, [plan.manager]),
      time:
        due === null
          ? followup.dueText
          : late
            ? formatLate(now - due)
            : say("followup.left", { left: formatRemaining(due - now) }),
    };
  });
  const open = rows.filter((row) => row.tone !== "done").length;
  return <ListPanel title={say("followup.title")} facts={say("followup.facts", { open })} rows={rows} most={ROWS} />;
}

/** Whether the release has reached what it was for. */
export function CriteriaPanel() {
  const scene = useScene();
  const { plan, state, say } = scene;
  const rows = plan.criteria.map((criterion): ListRow => {
    const own = state.criteria[criterion.id];
    if (own === undefined) {
      const who = ownerNames(scene, [plan.manager]);
      return { key: criterion.id, tone: "waiting", word: say("criteria.open"), title: criterion.text, who, time: "" };
    }
    return {
      key: criterion.id,
      tone: own.met ? "done" : "no-go",
      word: say(own.met ? "criteria.met" : "criteria.missed"),
      title: criterion.text,
      who: byName(own),
      time: formatHourMinute(own.releaseAt, plan.timeZone),
    };
  });
  const met = rows.filter((row) => row.tone === "done").length;
  return (
    <ListPanel
      title={say("criteria.title")}
      facts={say("criteria.facts", { met, total: rows.length })}
      rows={rows}
      most={ROWS}
    />
  );
}

/** Before the start: each section of the checklist, how far it is, and who is waited for. */
export function ChecklistPanel() {
  const scene = useScene();
  const { plan, state, say } = scene;
  const rows = plan.sections.map((section): ListRow => {
    const required = section.items.filter((item) => item.required);
    const states = required.map((item) => state.items[item.id]);
    const open = states.filter((item) => item === undefined || item.status === "open").length;
    const expired = states.filter((item) => item?.status === "open" && item.expired !== null).length;
    const waived = states.filter((item) => item?.status === "waived").length;
    const tone = expired > 0 ? "warning" : open > 0 ? "waiting" : waived > 0 ? "caution" : "done";
    const isOpen = (id: ItemId) => required.some((item) => item.id === id) && state.items[id]?.status === "open";
    const owners = signersOf(plan, section, isOpen);
    return {
      key: section.id,
      tone,
      word: `${required.length - open} / ${required.length}`,
      title: [section.number, section.name].filter((part) => part !== null).join(" "),
      who: open === 0 ? "" : ownerNames(scene, owners),
      time:
        expired > 0
          ? say("checklist.expired", { count: expired })
          : waived > 0
            ? say("checklist.waived", { count: waived })
            : open === 0
              ? say("checklist.done")
              : "",
    };
  });
  const open = rows.filter((row) => row.tone === "waiting" || row.tone === "warning").length;
  return (
    <ListPanel
      title={say("checklist.title")}
      facts={say("checklist.facts", { open, total: rows.length })}
      rows={rows}
      most={8}
    />
  );
}

/** What happened, in four figures, when it is over. */
export function SummaryPanel() {
  const { plan, state, forecast, say } = useScene();
  const done = plan.stages.filter((stage) => state.stages[stage.id]?.status === "completed").length;
  const waived = Object.values(state.items).filter((item) => item.status === "waived").length;
  const overrides = Object.values(state.gates).filter((gate) => gate.decision?.outcome === "override").length;
  const ended = forecast.endsAt;
  const rows: ListRow[] = [
    {
      key: "stages",
      tone: "done",
      word: String(done),
      title: say("summary.stages", { total: plan.stages.length }),
      who: "",
      time: "",
    },
    { key: "share", tone: "active", word: `${state.traffic.wanted}%`, title: say("summary.share"), who: "", time: "" },
    {
      key: "waived",
      tone: waived > 0 ? "caution" : "done",
      word: String(waived),
      title: say("summary.waived"),
      who: "",
      time: "",
    },
    {
      key: "overrides",
      tone: overrides > 0 ? "caution" : "done",
      word: String(overrides),
      title: say("summary.overrides"),
      who: "",
      time: "",
    },
  ];
  const over = ended === null || forecast.windowEnd === null ? 0 : ended - forecast.windowEnd;
  const facts =
    ended === null ? "" : over > 0 ? say("summary.over", { over: formatElapsed(over) }) : say("summary.inside");
  return <ListPanel title={say("summary.title")} facts={facts} rows={rows} most={ROWS} />;
}
