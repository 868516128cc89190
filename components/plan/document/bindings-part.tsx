import { useTranslations } from "next-intl";
import { targetKey } from "@/lib/domain/plan/binding";
import { placeOf, writeArguments } from "@/lib/domain/plan/binding-text";
import type { Plan } from "@/lib/domain/plan/plan";
import { Part, Row } from "./part";

/** What is left to runners: which work, by which action of their host, where. */
export function BindingsPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.bindings.length === 0) return null;
  return (
    <Part id="bindings" title={t("part.bindings")} count={plan.bindings.length}>
      <ul>
        {plan.bindings.map(({ target, work, labels, lines }) => {
          const { place = "", name = "" } = placeOf(plan, target) ?? {};
          const told = work.kind === "script" ? "" : writeArguments(work.arguments);
          return (
            <Row key={targetKey(target)} lines={lines}>
              {t(`bindings.target.${target.kind}`, { place, name })}
              <span className="ml-2 font-mono text-sm text-ink-2">
                {work.kind === "script" ? t("bindings.script") : work.name}
                {told === "" ? null : ` ${told}`}
              </span>
              {labels.length === 0 ? null : <span className="ml-2 text-sm text-ink-3">{labels.join(" · ")}</span>}
            </Row>
          );
        })}
      </ul>
    </Part>
  );
}
