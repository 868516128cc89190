"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Editor, EditorProps } from "../row-list";

type OptionalSpec<Part> = {
  key: string;
  read: (plan: Plan) => Part | null;
  write: (plan: Plan, part: Part | null) => Plan;
  blank: () => Part;
  editor: Editor<Part>;
};

/** A part that a plan may do without: it can be begun and taken out. */
export function optional<Part>(spec: OptionalSpec<Part>): Editor<Plan> {
  return {
    render: (props) => <OptionalForm spec={spec} {...props} />,
    problems: (plan) => {
      const part = spec.read(plan);
      return part === null ? 0 : spec.editor.problems(part, plan);
    },
  };
}

function OptionalForm<Part>({ spec, owner, plan, onChange }: EditorProps<Plan> & { spec: OptionalSpec<Part> }) {
  const t = useTranslations("plans.edit");
  const part = spec.read(owner);
  if (part === null) {
    return <Button onClick={() => onChange(spec.write(owner, spec.blank()))}>{t(`begin.${spec.key}`)}</Button>;
  }
  return (
    <>
      {spec.editor.render({ owner: part, plan, onChange: (next) => onChange(spec.write(owner, next)) })}
      <Button tone="quiet" size="small" className="mt-2 -ml-2" onClick={() => onChange(spec.write(owner, null))}>
        {t("takeOut")}
      </Button>
    </>
  );
}
