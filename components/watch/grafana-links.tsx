"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StateMark } from "@/components/ui/state-mark";
import { type GrafanaPlace, grafanaDashboardLink, grafanaLink, grafanaPanelLink } from "@/lib/contracts/grafana";
import type { CheckId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseState } from "@/lib/domain/release/state";
import { useGrafana } from "@/lib/queries/release/use-grafana";
import { useRelease } from "@/lib/queries/release/use-release";

type Span = { key: string; name: string; from: number; to: number };

/** The stages that have begun, from their start to their end; those that run end `now`. */
function stageSpans(plan: Plan, state: ReleaseState, now: number): Span[] {
  return plan.stages.flatMap(({ id, name }) => {
    const own = state.stages[id];
    if (own === undefined || own.started === null) return [];
    const isOver = own.ended !== null && own.status !== "running";
    return [{ key: id, name, from: own.started.at, to: isOver ? (own.ended?.at ?? now) : now }];
  });
}

function OutLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="text-accent underline underline-offset-2" href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

type Props = { check: CheckId; from: number; to: number };

/** The same metric in Grafana: over the span that is shown, over each stage, and on the dashboard. Nothing where there is none. */
export function GrafanaLinks({ check, from, to }: Props) {
  const t = useTranslations("watch.grafana");
  const { plan, state } = useRelease();
  const { places, checks, companions } = useGrafana(state.releaseId, state.clock.mode === "live");
  const asked = checks.find((one) => one.check === check);
  const place = places.find(({ source }) => source === asked?.source);
  if (asked === undefined || place === undefined) return null;
  const { queries } = asked;
  const spans = [{ key: "shown", name: t("shown"), from, to }, ...stageSpans(plan, state, to)];
  const board = grafanaDashboardLink(place, { from, to });
  const companion = companions.find(({ source }) => source === place.source);
  return (
    <section aria-label={t("title")} className="pt-4">
      <h3 className="pb-1 text-ink-3 text-sm">{t("title")}</h3>
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {spans.map((span) => (
          <li key={span.key}>
            <OutLink href={grafanaLink(place, { queries, from: span.from, to: span.to })}>{span.name}</OutLink>
          </li>
        ))}
        {board === null ? null : (
          <li>
            <OutLink href={board}>{t("dashboard")}</OutLink>
          </li>
        )}
      </ul>
      <Panel link={grafanaPanelLink(place, { from, to })} />
      {companion === undefined ? null : <Annotating place={place} failing={companion.because} />}
    </section>
  );
}

/** Grafana's own panel inside the page, where that is allowed, and once somebody wants it. */
function Panel({ link }: { link: string | null }) {
  const t = useTranslations("watch.grafana");
  // The span grows every second: the frame keeps the one that it was opened with.
  const [opened, setOpened] = useState<string | null>(null);
  if (link === null) return null;
  if (opened === null) {
    return (
      <Button size="small" className="mt-2" onClick={() => setOpened(link)}>
        {t("showPanel")}
      </Button>
    );
  }
  return (
    <iframe
      className="mt-2 h-72 w-full border border-line"
      title={t("panel")}
      src={opened}
      sandbox="allow-scripts allow-same-origin"
      referrerPolicy="no-referrer"
    />
  );
}

/** How annotations fare there: a lamp of its own, on which nothing hangs. */
function Annotating({ place, failing }: { place: GrafanaPlace; failing: string | null }) {
  const t = useTranslations("watch.grafana");
  return (
    <p className="pt-1.5 text-sm">
      <StateMark tone={failing === null ? "go" : "warning"}>
        {failing === null ? t("annotated") : t("annotatingFails", { source: place.source, because: failing })}
      </StateMark>
    </p>
  );
}
