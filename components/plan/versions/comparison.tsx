import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Shape, type ShapeName } from "@/components/ui/shape";
import type { FieldChange, PlanChange } from "@/lib/domain/plan/compare-plans";
import { LineRef } from "../source/line-ref";

const KINDS: Record<PlanChange["kind"], { shape: ShapeName; colour: string }> = {
  added: { shape: "disc", colour: "text-standby" },
  removed: { shape: "dash", colour: "text-serious" },
  changed: { shape: "diamond", colour: "text-caution" },
};

function Value({ text, gone }: { text: string; gone: boolean }) {
  const t = useTranslations("plans.difference");
  if (text === "") return <span className="text-ink-3">{t("nothing")}</span>;
  const Tag = gone ? "del" : "ins";
  return (
    <Tag
      className={classNames(
        "whitespace-pre-wrap wrap-anywhere",
        gone ? "text-ink-3" : "text-ink no-underline",
        text.includes("\n") && "block border-l-2 border-line-strong pl-3 font-mono text-xs",
      )}
    >
      {text}
    </Tag>
  );
}

function FieldRow({ change }: { change: FieldChange }) {
  const t = useTranslations("plans.difference");
  return (
    <div className="grid gap-x-3 py-0.5 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <dt className="text-sm text-ink-3">
        {t.has(`field.${change.field}`) ? t(`field.${change.field}`) : change.field}
      </dt>
      <dd className="min-w-0">
        <Value text={change.before} gone />
        <span aria-hidden="true" className="mx-2 text-ink-3">
          →
        </span>
        <Value text={change.after} gone={false} />
      </dd>
    </div>
  );
}

/** What is not the same in two versions, part by part. */
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
                <li key={`${change.kind} ${change.name} ${change.lines.from}`} className="border-b border-line py-1.5">
                  <p className="flex items-baseline gap-2.5">
                    <span
                      className={classNames(
                        "inline-flex w-16 flex-none items-baseline gap-1.5 text-sm",
                        KINDS[change.kind].colour,
                      )}
                    >
                      <Shape name={KINDS[change.kind].shape} />
                      {t(`kind.${change.kind}`)}
                    </span>
                    <span className="min-w-0 flex-1 wrap-anywhere">
                      {change.name === "" ? t("target") : change.name}
                    </span>
                    {change.kind === "removed" ? null : <LineRef lines={change.lines} />}
                  </p>
                  {change.fields.length === 0 ? null : (
                    <dl className="pl-18 max-sm:pl-0">
                      {change.fields.map((field) => (
                        <FieldRow key={field.field} change={field} />
                      ))}
                    </dl>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
