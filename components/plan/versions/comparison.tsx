import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Shape, type ShapeName } from "@/components/ui/shape";
import type { PlanChange } from "@/lib/domain/plan/compare-plans";
import { LineRef } from "../source/line-ref";
import { ChangeSentence } from "./change-sentence";

const KINDS: Record<PlanChange["kind"], { shape: ShapeName; colour: string }> = {
  added: { shape: "disc", colour: "text-standby" },
  removed: { shape: "dash", colour: "text-serious" },
  changed: { shape: "diamond", colour: "text-caution" },
};

/** What is not the same in two versions, told part by part. */
export function Comparison({ changes, title }: { changes: PlanChange[]; title: string }) {
  const t = useTranslations("plans.difference");
  const parts = [...new Set(changes.map(({ part }) => part))];
  return (
    <section aria-labelledby="difference" className="border-t-2 border-accent pt-4 pb-7">
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 id="difference" className="text-lg font-bold">
          {title}
        </h2>
        <span className="text-sm text-ink-3">{t("count", { count: changes.length })}</span>
      </header>
      {changes.length === 0 ? <p className="text-ink-2">{t("same")}</p> : null}
      {parts.map((part) => (
        <div key={part} className="mb-4">
          <h3 className="border-b border-line-strong pb-1 text-sm text-ink-2">{t(`part.${part}`)}</h3>
          <ul>
            {changes
              .filter((change) => change.part === part)
              .map((change) => (
                <ChangeRow key={`${change.kind} ${change.name} ${change.lines.from}`} change={change} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ChangeRow({ change }: { change: PlanChange }) {
  const t = useTranslations("plans.difference");
  const { shape, colour } = KINDS[change.kind];
  return (
    <li className="flex items-baseline gap-2.5 border-b border-line py-1.5">
      <span className={classNames("inline-flex w-16 flex-none items-baseline gap-1.5 text-sm", colour)}>
        <Shape name={shape} />
        {t(`kind.${change.kind}`)}
      </span>
      <div className="min-w-0 flex-1">
        <ChangeSentence change={change} />
      </div>
      {change.kind === "removed" ? null : <LineRef lines={change.lines} />}
    </li>
  );
}
