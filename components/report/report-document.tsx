import { useTranslations } from "next-intl";
import { ReactionFacts } from "@/components/ui/watch/reaction-facts";
import type { SamplePoint } from "@/lib/contracts/round";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { isException } from "@/lib/domain/report/exceptions";
import { EventTable } from "./event-table";
import { GateDecisions } from "./gate-decisions";
import { MetricLines } from "./metric-lines";
import { ReportHead, type ReportSubject } from "./report-head";
import { ReportPart } from "./report-part";
import { StageTable } from "./stage-table";

type ReportDocumentProps = ReportSubject & { events: ReleaseEvent[]; samples: readonly SamplePoint[]; head: string };

/** The whole report: what was planned, what happened, who decided, and the log that says so. */
export function ReportDocument({ events, samples, head, ...subject }: ReportDocumentProps) {
  const t = useTranslations("report");
  const { plan, state, releaseId } = subject;
  const { mode } = state.clock;
  const exceptions = events.filter(isException);
  return (
    <article>
      <ReportHead {...subject} />
      <StageTable {...subject} />
      <GateDecisions plan={plan} events={events} />
      <MetricLines plan={plan} state={state} samples={samples} />
      <ReactionFacts events={events} />
      <ReportPart
        id="exceptions"
        title={t("exceptions.title")}
        note={exceptions.length === 0 ? undefined : exceptions.length}
      >
        {exceptions.length === 0 ? (
          <p className="text-ink-2">{t("exceptions.none")}</p>
        ) : (
          <EventTable caption={t("exceptions.title")} plan={plan} mode={mode} events={exceptions} marked={false} />
        )}
      </ReportPart>
      <ReportPart id="log" title={t("log.title")} note={t("log.count", { count: events.length })}>
        <EventTable caption={t("log.title")} plan={plan} mode={mode} events={events} marked />
      </ReportPart>
      <footer className="mt-8 border-t border-line-strong pt-3 text-sm text-ink-3">
        <p>{t("chain", { count: events.length })}</p>
        <p className="font-mono text-xs break-all text-ink-2">{head}</p>
        <p>{t("verify", { id: releaseId })}</p>
      </footer>
    </article>
  );
}
