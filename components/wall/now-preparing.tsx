"use client";

import { startConditions } from "@/lib/domain/release/start-conditions";
import { formatLate, formatRemaining } from "@/lib/i18n/format-duration";
import { formatDateTime, formatWindow } from "@/lib/i18n/format-time";
import { ownerNames } from "./names";
import { NowFrame } from "./now-frame";
import { useScene } from "./scene";

/** Before the start: how much of the checklist is open, and how long there is still. */
export function NowPreparing() {
  const scene = useScene();
  const { plan, state, approved, now, forecast, locale, say } = scene;
  const unmet = startConditions({ plan, state, approved }).filter((condition) => condition.met === "unmet");
  const required = plan.sections.flatMap((section) => section.items).filter((item) => item.required);
  const open = required.filter((item) => (state.items[item.id]?.status ?? "open") === "open").length;
  const start = forecast.windowStart;
  const zone = plan.timeZone;
  const rehearsal = state.clock.mode === "rehearsal";
  const toStart =
    start >= now
      ? say("now.startsIn", { left: formatRemaining(start - now) })
      : say("now.startLate", { late: formatLate(now - start) });
  const other = unmet.filter((condition) => condition.kind !== "items");
  const missing = [
    ...new Set(
      other.map((condition) =>
        say(`missing.${condition.kind}`, { count: other.filter((one) => one.kind === condition.kind).length }),
      ),
    ),
  ];
  const window =
    forecast.windowEnd === null
      ? formatDateTime(start, zone, locale)
      : formatWindow(start, forecast.windowEnd, zone, locale);
  return (
    <NowFrame
      title={open > 0 ? say("now.preparing") : unmet.length > 0 ? say("now.almostReady") : say("now.ready")}
      who={window}
      figure={open > 0 || rehearsal || start < now ? String(open) : formatRemaining(start - now)}
      {...(open > 0 || rehearsal || start < now ? { unit: say("now.ofItems", { total: required.length }) } : {})}
      {...(open === 0 && unmet.length === 0 ? { figureTone: "go" as const } : {})}
      side={[
        open > 0 ? say("now.itemsOpen") : say("now.itemsDone"),
        rehearsal ? say("now.clockStands") : toStart,
        ...missing,
      ]}
      foot={
        <span className="w-next">
          <span className="w-dim">{say("now.startedByRole")}</span> <b>{ownerNames(scene, [plan.manager])}</b>
        </span>
      }
    />
  );
}
