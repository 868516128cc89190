"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field as Input, Select } from "@/components/ui/field";
import { PATTERN_MAX } from "@/lib/domain/plan/output-pattern";
import type { Plan, Playbook } from "@/lib/domain/plan/plan";
import type { PlaybookMatcher } from "@/lib/domain/plan/playbook-matcher";
import { matchersOf } from "@/lib/domain/plan/playbook-matchers";
import type { Field, FieldProblem } from "../field-spec";
import { checkName } from "../role-choice";
import { type Editor, type EditorProps, rowList } from "../row-list";

/** Fewer characters stand in every other line. */
const PATTERN_LEAST = 3;

function problemOf(matcher: PlaybookMatcher): FieldProblem | null {
  if (matcher.kind === "check") return null;
  if (matcher.kind === "alert") return matcher.name.trim() === "" ? "empty" : null;
  const says = matcher.pattern.replaceAll("*", "").trim() !== "";
  return says && matcher.pattern.length >= PATTERN_LEAST ? null : "pattern";
}

function blankOf(kind: string, { checks: [first] }: Plan): PlaybookMatcher {
  if (kind === "check" && first !== undefined) return { kind, check: first.id };
  return kind === "output" ? { kind, pattern: "" } : { kind: "alert", name: "" };
}

type FormProps = { row: PlaybookMatcher; plan: Plan; onChange: (row: PlaybookMatcher) => void };

function MatcherForm({ row, plan, onChange }: FormProps) {
  const t = useTranslations("plans.edit");
  const kinds = plan.checks.length === 0 ? ["alert", "output"] : ["check", "alert", "output"];
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <Select
        label={t("field.matcher")}
        value={row.kind}
        onChange={(event) => onChange(blankOf(event.target.value, plan))}
        options={kinds.map((value) => ({ value, label: t(`choice.matcher.${value}`) }))}
      />
      <MatcherValue row={row} plan={plan} onChange={onChange} />
    </div>
  );
}

function MatcherValue({ row, plan, onChange }: FormProps) {
  const t = useTranslations("plans.edit");
  const problem = problemOf(row);
  const shared = { error: problem === null ? undefined : t(`problem.${problem}`), maxLength: PATTERN_MAX };
  switch (row.kind) {
    case "check":
      return (
        <Select
          label={t("field.matcherCheck")}
          value={row.check}
          onChange={(event) => {
            const chosen = plan.checks.find(({ id }) => id === event.target.value);
            if (chosen !== undefined) onChange({ ...row, check: chosen.id });
          }}
          options={plan.checks.map((check) => ({ value: check.id, label: checkName(check, plan) }))}
        />
      );
    case "alert":
      return (
        <Input
          {...shared}
          label={t("field.alert")}
          value={row.name}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
        />
      );
    case "output":
      return (
        <Input
          {...shared}
          label={t("field.pattern")}
          value={row.pattern}
          onChange={(event) => onChange({ ...row, pattern: event.target.value })}
        />
      );
  }
}

const form: Field<PlaybookMatcher> = {
  kind: "own",
  key: "matcher",
  problem: problemOf,
  render: (props) => <MatcherForm {...props} />,
};

const said = rowList<Playbook, PlaybookMatcher>({
  key: "matchers",
  read: ({ matchers = [] }) => matchers,
  write: (playbook, rows) => ({ ...playbook, matchers: rows }),
  blank: () => ({ kind: "alert", name: "" }),
  fields: [form],
});

/** What its symptom says by itself, until somebody says it here; then that alone counts. */
function MatchersForm(props: EditorProps<Playbook>) {
  const t = useTranslations("plans.edit.raised");
  const { owner, plan, onChange } = props;
  const { matchers, ...bare } = owner;
  if (matchers !== undefined) {
    return (
      <>
        {matchers.length === 0 ? <p className="py-1 text-ink-2">{t("byNobody")}</p> : null}
        {said.render(props)}
        <Button tone="quiet" size="small" className="-ml-2" onClick={() => onChange(bare)}>
          {t("asSymptom")}
        </Button>
      </>
    );
  }
  const derived = matchersOf(plan, owner);
  const words = derived.map((matcher) => {
    if (matcher.kind === "output") return `“${matcher.pattern}”`;
    if (matcher.kind === "alert") return matcher.name;
    const check = plan.checks.find(({ id }) => id === matcher.check);
    return check === undefined ? matcher.check : checkName(check, plan);
  });
  return (
    <>
      <p className="wrap-anywhere py-1 text-ink-2">
        {words.length === 0 ? t("bySymptomNot") : t("bySymptom", { what: words.join(" · ") })}
      </p>
      <Button tone="quiet" size="small" className="-ml-2" onClick={() => onChange({ ...owner, matchers: derived })}>
        {t("own")}
      </Button>
    </>
  );
}

/** What raises the card of a playbook during a release. */
export const matchers: Editor<Playbook> = {
  render: (props) => <MatchersForm {...props} />,
  problems: (playbook, plan) => said.problems(playbook, plan),
};
