"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePhrase } from "@/components/ui/phrase";
import { CommandButton } from "@/components/ui/release/command-button";
import { timeOfDay } from "@/components/ui/release/time-text";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import { isRunnable, ScriptField, type ScriptWish } from "@/components/ui/watch/script-field";
import { clockText, nameOf } from "@/lib/domain/release/describe";
import { rowBeginsAt, type ScriptRowState, type ScriptState } from "@/lib/domain/release/script-state";
import { useRelease } from "@/lib/queries/release/use-release";

const TONES: Record<ScriptRowState["status"], StateTone> = {
  waiting: "waiting",
  injected: "caution",
  over: "skipped",
  missed: "warning",
};

/** The script that this rehearsal runs, row by row; where there is none, one to write or to choose. */
export function ScriptPanel() {
  const { state } = useRelease();
  return state.script === null ? <NewScript /> : <RunningScript script={state.script} />;
}

function RunningScript({ script }: { script: ScriptState }) {
  const t = useTranslations("watch.script");
  const numbered = script.rows.map((row, number) => ({ key: `row ${number}`, row }));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-bold">{script.name}</p>
        <CommandButton command={{ type: "fault.script", text: "" }} size="small" refused="hide">
          {t("end")}
        </CommandButton>
      </div>
      <ol className="mt-1 border-line border-t">
        {numbered.map(({ key, row }) => (
          <Row key={key} row={row} script={script} />
        ))}
      </ol>
    </>
  );
}

function Row({ row, script }: { row: ScriptRowState; script: ScriptState }) {
  const t = useTranslations("watch.script");
  const say = usePhrase();
  const { plan, state } = useRelease();
  const at = row.injectedAt ?? rowBeginsAt(state, row, script);
  const from = row.anchor.kind === "stage" ? nameOf(plan, row.anchor.stage) : t(row.anchor.kind);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b py-2">
      <span>
        {say({ key: `word.${row.fault}`, values: {} })}
        {row.percent === null ? "" : ` ${row.percent}%`}
      </span>
      <StateMark tone={TONES[row.status]}>{t(`status.${row.status}`)}</StateMark>
      <span className="text-ink-3 text-sm">
        {at === null ? `${from} +${clockText(row.afterMs)}` : timeOfDay(at, plan.timeZone)}
        {row.clearAfterMs === null ? "" : ` · ${t("lasts", { span: clockText(row.clearAfterMs) })}`}
      </span>
    </li>
  );
}

function NewScript() {
  const t = useTranslations("watch.script");
  const { plan } = useRelease();
  const [script, setScript] = useState<ScriptWish>({ name: "", text: "" });
  return (
    <>
      <p className="pb-2 text-ink-2">{t("explain")}</p>
      <ScriptField plan={plan} script={script} onChange={setScript} />
      {isRunnable(plan, script) ? (
        <div className="pt-3">
          <CommandButton command={{ type: "fault.script", ...script }} tone="primary">
            {t("run")}
          </CommandButton>
        </div>
      ) : null}
    </>
  );
}
