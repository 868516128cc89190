import type { Instant } from "../release/time";
import { instantOf } from "./local-time";
import type { LocalDateTime, Plan } from "./plan";

const DAY_MS = 86_400_000;

function dayIn(timeZone: string, at: Instant): string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return format.format(at);
}

/** When a live release could start: as planned while that lies ahead, else at the same time of day on the next day. */
export function nextStart(plan: Plan, now: Instant): LocalDateTime {
  const planned = plan.info.window?.start ?? null;
  if (planned !== null && instantOf(planned, plan.timeZone) > now) return planned;
  const time = planned?.slice(11, 16) ?? "02:00";
  return `${dayIn(plan.timeZone, now + DAY_MS)}T${time}`;
}
