import { formatClock, formatDay } from "@/lib/i18n/format-time";

type EventTimeProps = { at: number; timeZone: string; withDay?: boolean };

/** A moment of the log, machine-readable. */
export function EventTime({ at, timeZone, withDay }: EventTimeProps) {
  return (
    <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
      {withDay === true ? `${formatDay(at, timeZone)} ` : ""}
      {formatClock(at, timeZone)}
    </time>
  );
}
