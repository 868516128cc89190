"use client";

import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { instantOf } from "@/lib/domain/plan/local-time";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseMode } from "@/lib/domain/release/state";
import { formatDateTime, formatZone } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

const MODES: ReleaseMode[] = ["live", "rehearsal"];
const SPEEDS = [1, 10, 30, 60, 120];

export type ReleaseClockWish = { mode: ReleaseMode; speed: number; start: string };

type ClockFieldsProps = { plan: Plan; clock: ReleaseClockWish; onChange: (clock: ReleaseClockWish) => void };

/** Live or rehearsal, and by which clock. */
export function ClockFields({ plan, clock, onChange }: ClockFieldsProps) {
  const t = useTranslations("plans.release");
  const mode = useTranslations("common.mode");
  return (
    <div className="space-y-4">
      <fieldset>
        <legend className="sr-only">{t("mode")}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {MODES.map((one) => (
            <label
              key={one}
              className={classNames(
                "block border-l-2 py-2 pr-3 pl-4 has-focus-visible:outline-2 has-focus-visible:outline-accent",
                clock.mode === one ? "bg-active" : "border-line",
                clock.mode === one && (one === "rehearsal" ? "border-rehearsal" : "border-accent"),
              )}
            >
              <span className="flex items-center gap-2.5 font-bold">
                <input
                  type="radio"
                  name="mode"
                  value={one}
                  checked={clock.mode === one}
                  onChange={() => onChange({ ...clock, mode: one })}
                  className="size-4 flex-none accent-(--accent)"
                />
                {mode(one)}
              </span>
              <span className="mt-0.5 block text-sm text-ink-2">{t(`about.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {clock.mode === "live" ? (
        <LiveStart plan={plan} clock={clock} onChange={onChange} />
      ) : (
        <Speed plan={plan} clock={clock} onChange={onChange} />
      )}
    </div>
  );
}

function LiveStart({ plan, clock, onChange }: ClockFieldsProps) {
  const t = useTranslations("plans.release");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  const at = clock.start === "" ? 0 : instantOf(clock.start, plan.timeZone);
  return (
    <div className="max-w-xs">
      <Field
        type="datetime-local"
        label={t("start")}
        hint={t("zone", {
          at: at === 0 ? "–" : formatDateTime(at, plan.timeZone, locale),
          zone: formatZone(at, plan.timeZone, locale),
        })}
        value={clock.start}
        required
        onChange={(event) => onChange({ ...clock, start: event.target.value })}
      />
    </div>
  );
}

function Speed({ plan, clock, onChange }: ClockFieldsProps) {
  const t = useTranslations("plans.release");
  const takes = plan.info.windowMin === null ? null : Math.max(1, Math.round(plan.info.windowMin / clock.speed));
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-44">
        <Field
          type="number"
          label={t("speed")}
          min={1}
          max={120}
          step={1}
          required
          value={String(clock.speed)}
          onChange={(event) => onChange({ ...clock, speed: event.target.valueAsNumber || 1 })}
        />
      </div>
      <div className="flex flex-wrap">
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            type="button"
            aria-pressed={clock.speed === speed}
            onClick={() => onChange({ ...clock, speed })}
            className={classNames(
              "target -ml-px border border-control px-3 hover:bg-active",
              clock.speed === speed ? "bg-active text-ink" : "text-ink-2",
            )}
          >
            ×{speed}
          </button>
        ))}
      </div>
      {takes === null ? null : <p className="py-2 text-ink-2">{t("takes", { minutes: takes })}</p>}
    </div>
  );
}
