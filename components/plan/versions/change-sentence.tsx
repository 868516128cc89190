import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { FieldChange, PlanChange } from "@/lib/domain/plan/compare-plans";
import { mark } from "@/lib/domain/plan/plan-row";

/** Fields whose values are words of ours. */
const WORDED: ReadonlySet<string> = new Set(["kind", "outcome"]);

/** The value of what only holds or does not: its name says it all. */
const MARK = mark(true);

/** What does not go into a sentence: several lines, or more than an eye takes in at once. */
const isLong = ({ before, after }: FieldChange) => /\n/.test(`${before}${after}`) || before.length + after.length > 160;

/** One change as a sentence: what it is about, then each thing that is now otherwise. Commands stand below, line by line. */
export function ChangeSentence({ change }: { change: PlanChange }) {
  const t = useTranslations("plans.difference");
  const fieldName = (field: string) => (t.has(`field.${field}`) ? t(`field.${field}`) : field);
  const wordOf = (field: string, value: string) =>
    WORDED.has(field) && t.has(`kindWord.${value}`) ? t(`kindWord.${value}`) : value;
  const short = change.fields.filter((field) => !isLong(field));
  const told = short.map(({ field, before, after }) => {
    const values = { field: fieldName(field), before: wordOf(field, before), after: wordOf(field, after) };
    if (field === "place") return t("sentence.moved", values);
    if (after === MARK && change.kind !== "added") return t("sentence.marked", values);
    if (after === MARK) return values.field;
    if (before === MARK) return t("sentence.unmarked", values);
    if (before === "") return t(change.kind === "added" ? "sentence.is" : "sentence.set", values);
    return t(after === "" ? "sentence.cleared" : "sentence.from", values);
  });
  const unnamed = t.has(`unnamed.${change.part}`) ? t(`unnamed.${change.part}`) : t(`part.${change.part}`);
  const name = change.name === "" ? unnamed : change.name;
  return (
    <>
      <p className="min-w-0 wrap-anywhere">
        <span className="font-bold">{name}</span>
        {told.length === 0 ? null : (
          <span className="text-ink-2">{`${t("sentence.colon")}${told.join(t("sentence.and"))}${t("sentence.stop")}`}</span>
        )}
      </p>
      {change.fields.filter(isLong).map((field) => (
        <LineChanges key={field.field} name={fieldName(field.field)} change={field} />
      ))}
    </>
  );
}

/** The lines of a longer text that went and that came; what both have is left out. */
function LineChanges({ name, change }: { name: string; change: FieldChange }) {
  const before = change.before.split("\n");
  const after = change.after.split("\n");
  const rows = [
    ...before.filter((line) => !after.includes(line)).map((text) => ({ text, gone: true })),
    ...after.filter((line) => !before.includes(line)).map((text) => ({ text, gone: false })),
  ].filter(({ text }) => text !== "");
  return (
    <div className="mt-1">
      <p className="text-sm text-ink-3">{name}</p>
      <div className="border-l-2 border-line-strong bg-code px-2 py-1 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
        {rows.map(({ text, gone }) => {
          const Tag = gone ? "del" : "ins";
          return (
            <Tag
              key={`${gone} ${text}`}
              className={classNames("block", gone ? "text-ink-3" : "text-code-ink no-underline")}
            >
              <span aria-hidden="true" className="mr-2 inline-block no-underline select-none">
                {gone ? "−" : "+"}
              </span>
              {text}
            </Tag>
          );
        })}
      </div>
    </div>
  );
}
