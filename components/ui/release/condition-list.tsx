"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { Condition } from "@/lib/domain/release/condition";
import type { StateTone } from "../state-mark";
import { ToneShape } from "./stage-shape";
import { useSentence } from "./use-sentence";

const WORSE = ["check", "proposal", "hold", "band", "source"];

/** What stands against going on is told apart from what only takes time. */
function toneOf(condition: Condition): StateTone {
  if (condition.met === "met") return "done";
  if (condition.met === "not_watched") return "unknown";
  if (condition.kind === "no_go") return "no-go";
  return WORSE.includes(condition.kind) ? "warning" : "waiting";
}

/** Conditions as sentences with who can meet them and how long still. */
export function ConditionList({ conditions }: { conditions: Condition[] }) {
  const t = useTranslations("console.condition");
  const sentence = useSentence();
  return (
    <ul className="space-y-1 leading-snug">
      {conditions.map((condition) => (
        <li
          key={condition.key}
          className={clsx(
            "flex items-baseline gap-2",
            condition.met === "not_watched" && "hatch -mx-2 px-2 py-0.5 text-ink-2",
            condition.met === "met" && "text-ink-2",
          )}
        >
          <ToneShape tone={toneOf(condition)} />
          <span className="min-w-0 flex-1 break-words">
            <span className="sr-only">{t(condition.met)} · </span>
            {sentence.condition(condition)}
          </span>
        </li>
      ))}
    </ul>
  );
}
