import { useTranslations } from "next-intl";
import type { Plan } from "@/lib/domain/plan/plan";
import { describeEvent } from "@/lib/domain/release/describe";
import { eventRemark, eventSays } from "@/lib/domain/release/event-remark";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { Phrase } from "@/lib/domain/release/phrase";

/** What happened, as a sentence, with what its author wrote. */
export function Sentence({ plan, event }: { plan: Plan; event: ReleaseEvent }) {
  const t = useTranslations("phrases");
  const say = ({ key, values, words = {} }: Phrase) => {
    const named = Object.entries(words).map(([name, word]) => [name, t(`word.${word}`)]);
    return t(key, { ...values, ...Object.fromEntries(named) });
  };
  const sentence = say(describeEvent(plan, event));
  const says = eventSays(event);
  const remark = says === null ? eventRemark(event) : say(says);
  return (
    <>
      {sentence}
      {remark === "" || sentence.includes(remark) ? null : <span className="text-ink-2"> · {remark}</span>}
    </>
  );
}
