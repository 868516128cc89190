"use client";

import { memo, useEffect } from "react";
import type { Plan } from "@/lib/domain/plan/plan";
import { PlanDocument } from "../document/plan-document";
import { PlanFacts } from "../document/plan-facts";
import { useFollowingPane } from "./use-following-pane";

const Document = memo(PlanDocument);

/** The plan as it was understood. Pressing a row anywhere is as good as pressing its line number. */
export function PlanPane({ plan, onShow }: { plan: Plan; onShow: () => void }) {
  const pane = useFollowingPane("plan");
  useEffect(() => {
    const box = pane.current;
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      if (target.closest("[data-lines]") !== null) onShow();
      if (target.closest("button, a, summary") !== null) return;
      const row = target.closest("li, h3, header, dl > div");
      row?.querySelector<HTMLElement>("[data-lines]")?.click();
    };
    box?.addEventListener("click", onClick);
    return () => box?.removeEventListener("click", onClick);
  }, [pane, onShow]);
  return (
    <div
      ref={pane}
      className="min-h-0 flex-1 overflow-y-auto px-4 py-3 [&_:is(li,h3,header,p,dd):has(>[data-lines][aria-pressed=true])]:bg-active [&_:is(li,h3,p):has(>[data-lines])]:cursor-pointer"
    >
      <h2 className="text-lg font-bold">{plan.title}</h2>
      {plan.subtitle === null ? null : <p className="text-ink-2">{plan.subtitle}</p>}
      <div className="mb-5">
        <PlanFacts plan={plan} />
      </div>
      <Document plan={plan} />
    </div>
  );
}
