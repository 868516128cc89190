import { useTranslations } from "next-intl";
import type { Plan } from "@/lib/domain/plan/plan";
import { describeEvent, eventRemark } from "@/lib/domain/release/describe";
import type { ReleaseEvent } from "@/lib/domain/release/events";

/** What happened, as a sentence, with what its author wrote. */
export function Sentence({ plan, event }: { plan: Plan; event: ReleaseEvent }) {
  const t = useTranslations("phrases");
  const phrase = describeEvent(plan, event);
  const words = Object.entries(phrase.words ?? {}).map(([name, word]) => [name, t(`word.${word}`)]);
  const sentence = t(phrase.key, { ...phrase.values, ...Object.fromEntries(words) });
  const remark = eventRemark(event);
  return (
    <>
      {sentence}
      {remark === "" || sentence.includes(remark) ? null : <span className="text-ink-2"> · {remark}</span>}
    </>
  );
}
