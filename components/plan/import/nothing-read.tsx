import { useTranslations } from "next-intl";

/** What a pane will show, said while there is nothing in it. */
export function Nothing({ busy, words }: { busy: boolean; words: "findings" | "plan" | "noPlan" }) {
  const t = useTranslations("plans.import");
  return (
    <div className="space-y-1.5 px-4 py-5">
      <p className={words === "noPlan" ? "text-critical" : "text-ink-2"}>{t(`nothing.${words}`)}</p>
      <p className="text-sm text-ink-3">{busy ? t("reading") : t(`nothing.${words}Next`)}</p>
    </div>
  );
}
