"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Select } from "@/components/ui/field";
import { Shape } from "@/components/ui/shape";
import { EDIT_PARTS, type EditPartId } from "./edit-parts";

type PartListProps = {
  shown: EditPartId;
  changed: readonly EditPartId[];
  problems: Record<string, number>;
  onShow: (part: EditPartId) => void;
};

/** The parts of the plan: which one is open, which were changed, where something is wrong. */
export function PartList({ shown, changed, problems, onShow }: PartListProps) {
  const t = useTranslations("plans");
  return (
    <nav aria-label={t("contents")} className="text-sm lg:sticky lg:top-4">
      <div className="mb-4 lg:hidden">
        <Select
          label={t("contents")}
          value={shown}
          onChange={(event) => {
            const part = EDIT_PARTS.find(({ id }) => id === event.target.value);
            if (part !== undefined) onShow(part.id);
          }}
          options={EDIT_PARTS.map(({ id }) => ({ value: id, label: t(`part.${id}`) }))}
        />
      </div>
      <ul className="max-lg:hidden">
        {EDIT_PARTS.map(({ id }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={shown === id ? "true" : undefined}
              onClick={() => onShow(id)}
              className={classNames(
                "flex min-h-8 w-full items-center justify-between gap-2 border-l-2 pl-3 text-left hover:text-ink",
                shown === id ? "border-accent text-ink" : "border-line text-ink-2",
              )}
            >
              {t(`part.${id}`)}
              <PartMark problems={problems[id] ?? 0} isChanged={changed.includes(id)} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PartMark({ problems, isChanged }: { problems: number; isChanged: boolean }) {
  const t = useTranslations("plans.edit");
  if (problems > 0) {
    return (
      <span className="text-critical">
        <Shape name="octagon" />
        <span className="sr-only">{t("problems", { count: problems })}</span>
      </span>
    );
  }
  if (!isChanged) return null;
  return (
    <span className="text-standby">
      <Shape name="disc" />
      <span className="sr-only">{t("changed")}</span>
    </span>
  );
}
