import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { eventJob } from "@/components/ui/runner/event-job";
import { outputLink } from "@/components/ui/runner/output-link";
import { Shape } from "@/components/ui/shape";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { ReleaseMode } from "@/lib/domain/release/state";
import { isException } from "@/lib/domain/report/exceptions";
import { ActorText } from "./actor-text";
import { EventTime } from "./event-time";
import { Sentence } from "./sentence";

type EventTableProps = { caption: string; plan: Plan; mode: ReleaseMode; events: ReleaseEvent[]; marked: boolean };

const HEAD = "py-1.5 pr-4 text-sm font-normal whitespace-nowrap text-ink-3";
/** What scrolls must be reachable by keyboard even where nothing in it can be pressed (WCAG 2.1.1). */
const KEYBOARD_SCROLLS = { tabIndex: 0 };

/** Facts of the log, one a row; a rehearsal's rows have both clocks. */
export function EventTable({ caption, plan, mode, events, marked }: EventTableProps) {
  const t = useTranslations("report.log");
  const { timeZone } = plan;
  return (
    <section aria-label={caption} {...KEYBOARD_SCROLLS} className="overflow-x-auto focus-visible:-outline-offset-2">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className={classNames(HEAD, "text-right")}>
              #
            </th>
            <th scope="col" className={HEAD}>
              {t(mode === "rehearsal" ? "releaseTime" : "time")}
            </th>
            {mode === "rehearsal" ? (
              <th scope="col" className={HEAD}>
                {t("realTime")}
              </th>
            ) : null}
            <th scope="col" className={HEAD}>
              {t("what")}
            </th>
            <th scope="col" className={HEAD}>
              {t("who")}
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.seq} className="break-inside-avoid border-b border-line">
              <td className="py-1.5 pr-4 text-right align-baseline text-ink-3">{event.seq}</td>
              <td className="py-1.5 pr-4 align-baseline">
                <EventTime at={event.releaseAt} timeZone={timeZone} withDay={mode === "live"} />
              </td>
              {mode === "rehearsal" ? (
                <td className="py-1.5 pr-4 align-baseline text-ink-3">
                  <EventTime at={event.at} timeZone={timeZone} withDay />
                </td>
              ) : null}
              <td className="min-w-64 py-1.5 pr-4 align-baseline wrap-anywhere">
                <What plan={plan} event={event} marked={marked} />
              </td>
              <td className="py-1.5 align-baseline">
                <ActorText plan={plan} actor={event.actor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function What({ plan, event, marked }: { plan: Plan; event: ReleaseEvent; marked: boolean }) {
  const t = useTranslations("report.log");
  return (
    <>
      {marked && isException(event) ? (
        <span className="mr-2 text-serious">
          <Shape name="triangle" />
          <span className="sr-only">{t("exception")}</span>
        </span>
      ) : null}
      <Sentence plan={plan} event={event} />
      <OutputOf event={event} />
      {"simulated" in event.payload ? (
        <span className="ml-2 whitespace-nowrap text-rehearsal text-sm">{t("simulated")}</span>
      ) : null}
    </>
  );
}

/** What a run wrote is kept with the release. */
function OutputOf({ event }: { event: ReleaseEvent }) {
  const t = useTranslations("jobs");
  const job = eventJob(event);
  if (job === null) return null;
  return (
    <Link
      href={outputLink(event.releaseId, job)}
      className="ml-2 whitespace-nowrap text-sm text-standby underline underline-offset-2"
    >
      {t("output")}
    </Link>
  );
}
