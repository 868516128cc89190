"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import { usePhrase } from "@/components/ui/phrase";
import type { Plan } from "@/lib/domain/plan/plan";
import { readFaultScript } from "@/lib/domain/release/fault-script";
import { READY_SCRIPTS, readyScriptText, type ScriptWords } from "./ready-scripts";

export type ScriptWish = { name: string; text: string };

/** A script of faults to write or to choose; says as one types what it cannot read. */
export function ScriptField({
  plan,
  script,
  onChange,
}: {
  plan: Plan;
  script: ScriptWish;
  onChange: (script: ScriptWish) => void;
}) {
  const t = useTranslations("watch.script");
  const say = usePhrase();
  const words: ScriptWords = {
    line: (row) => t("line", row),
    clear: (after) => t("clear", { after }),
    fault: (fault) => say({ key: `word.${fault}`, values: {} }),
  };
  const ready = READY_SCRIPTS.map((key) => ({ key, name: t(`ready.${key}`), text: readyScriptText(plan, key, words) }));
  const { rows, problems } = readFaultScript(plan, script.text);
  const [first] = problems;
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        {ready
          .filter(({ text }) => text !== "")
          .map(({ key, name, text }) => (
            <Button
              key={key}
              size="small"
              aria-pressed={script.text === text}
              className={script.text === text ? "border-rehearsal! text-rehearsal!" : undefined}
              onClick={() => onChange({ name, text })}
            >
              {name}
            </Button>
          ))}
      </div>
      <Textarea
        label={t("text")}
        hint={problems.length === 0 && rows.length > 0 ? t("understood", { count: rows.length }) : t("hint")}
        error={first === undefined ? undefined : t(`problem.${first.because}`, { line: first.line, text: first.text })}
        rows={Math.min(8, Math.max(3, script.text.split("\n").length))}
        value={script.text}
        maxLength={4000}
        spellCheck={false}
        className="font-mono text-sm"
        onChange={(event) => onChange({ name: t("own"), text: event.target.value })}
      />
    </div>
  );
}

/** Whether there is something to run in it, and nothing that cannot be read. */
export function isRunnable(plan: Plan, { text }: ScriptWish): boolean {
  const { rows, problems } = readFaultScript(plan, text);
  return rows.length > 0 && problems.length === 0;
}
