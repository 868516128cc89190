"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { linesIn } from "@/lib/domain/plan/lines-at";
import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { settlePlan } from "@/lib/domain/plan/settle-plan";
import type { WordedPart } from "@/lib/plan-text/draft-plan";
import { useDraft } from "@/lib/queries/plan/use-draft";
import { SourceFocusProvider } from "../source/source-focus";
import { DraftFindings } from "./draft-findings";
import { EDIT_PARTS, type EditPartId } from "./edit-parts";
import { EditSave } from "./edit-save";
import { LeaveGuard } from "./leave-guard";
import { PartList } from "./part-list";

type EditScreenProps = {
  plan: Plan;
  /** Null = the edit becomes a plan of its own. */
  planId: string | null;
  number: number;
};

type Edited = { plan: Plan; parts: EditPartId[] };

/** Where a line of the written document is edited. */
function partAt(plan: Plan | null, { from }: Lines): EditPartId | null {
  if (plan === null) return null;
  const holds = (value: unknown) => linesIn(value).some((lines) => lines.from <= from && from <= lines.to);
  return EDIT_PARTS.find(({ of }) => holds(of(plan)))?.id ?? null;
}

/** A plan as forms, part by part, with what the checker says of it beside; saving writes the next version's document. */
export function EditScreen({ plan: saved, planId, number }: EditScreenProps) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const [shown, setShown] = useState<EditPartId>("timeline");
  const [edited, setEdited] = useState<Edited>({ plan: saved, parts: [] });
  const [leaving, setLeaving] = useState(false);
  const worded = useMemo(
    () =>
      EDIT_PARTS.flatMap(({ id, worded: part }): WordedPart[] =>
        part !== undefined && edited.parts.includes(id) ? [part] : [],
      ),
    [edited.parts],
  );
  const { draft, busy, problem } = useDraft({ plan: edited.plan, worded, locale });
  const { plan } = edited;
  const part = EDIT_PARTS.find(({ id }) => id === shown);
  const problems = Object.fromEntries(EDIT_PARTS.map(({ id, editor }) => [id, editor.problems(plan, plan)]));
  const change = (next: Plan) =>
    setEdited({ plan: settlePlan(next, plan), parts: [...new Set([...edited.parts, shown])] });
  return (
    <SourceFocusProvider>
      <LeaveGuard dirty={edited.parts.length > 0 && !leaving} />
      <div className="flex flex-1 flex-col">
        <div className="grid flex-1 items-start gap-x-8 px-3 py-5 sm:px-5 lg:grid-cols-[11rem_minmax(0,1fr)_20rem]">
          <PartList shown={shown} changed={edited.parts} problems={problems} onShow={setShown} />
          <section aria-labelledby="edit-part" className="min-w-0 pb-8">
            <p className="text-sm text-ink-3">
              {planId === null ? t("edit.copyOf", { number }) : t("edit.basedOn", { number })}
            </p>
            <h1 className="mb-2 text-xl font-bold" id="edit-part">
              {t(`part.${shown}`)}
            </h1>
            <div className="edit-form">{part?.editor.render({ owner: plan, plan, onChange: change })}</div>
          </section>
          <DraftFindings
            draft={draft}
            busy={busy}
            problem={problem}
            onShow={(lines) => {
              const at = partAt(draft?.plan ?? null, lines);
              if (at !== null) setShown(at);
            }}
          />
        </div>
        <EditSave
          planId={planId}
          plan={plan}
          source={draft !== null && draft.of === plan && draft.plan !== null ? draft.source : null}
          isChanged={planId === null || edited.parts.length > 0}
          problems={Object.values(problems).reduce((sum, one) => sum + one, 0)}
          onSaved={() => setLeaving(true)}
        />
      </div>
    </SourceFocusProvider>
  );
}
