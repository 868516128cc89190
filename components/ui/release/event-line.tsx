"use client";

import { describeEvent } from "@/lib/domain/release/describe";
import { eventRemark, eventSays } from "@/lib/domain/release/event-remark";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { useRelease } from "@/lib/queries/release/use-release";
import { usePhrase } from "../phrase";
import { timeOfDay } from "./time-text";

/** One event as its time and a sentence, with what its author wrote. */
export function EventLine({ event }: { event: ReleaseEvent }) {
  const say = usePhrase();
  const { plan } = useRelease();
  const sentence = say(describeEvent(plan, event));
  const says = eventSays(event);
  const remark = says === null ? eventRemark(event) : say(says);
  return (
    <>
      <time className="shrink-0 text-ink-3" dateTime={new Date(event.at).toISOString()}>
        {timeOfDay(event.releaseAt, plan.timeZone)}
      </time>
      <span className="min-w-0 break-words">
        {sentence}
        {remark === "" || sentence.includes(remark) ? null : <span className="text-ink-2"> · {remark}</span>}
      </span>
    </>
  );
}
