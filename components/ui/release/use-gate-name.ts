import { useTranslations } from "next-intl";
import type { Gate, Plan } from "@/lib/domain/plan/plan";
import { gateName } from "@/lib/domain/release/describe";

/** What a gate guards: its stage in the plan's words, or completion in the reader's language. */
export function useGateName(): (plan: Plan, gate: Gate) => string {
  const t = useTranslations("phrases.word");
  return (plan, gate) => (gate.before.kind === "completion" ? t("completion") : gateName(plan, gate));
}
