"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { clockSpan, timeOfDay } from "@/components/ui/release/time-text";
import { StateMark } from "@/components/ui/state-mark";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { actorName } from "@/lib/domain/release/describe";
import { bindingFor, type JobId, type JobPurpose, type JobState, newestJob } from "@/lib/domain/release/job";
import { formatTook } from "@/lib/i18n/format-duration";
import { useNow } from "@/lib/queries/release/use-now";
import { useOutputNews } from "@/lib/queries/release/use-output-news";
import { useRelease } from "@/lib/queries/release/use-release";
import { CancelJob } from "./cancel-job";
import { type JobLook, jobLook, LOOK_TONE } from "./job-look";
import { useOutputPlace } from "./output-place";

/** How the newest run of a step, of the traffic or of the rollback stands, with its last line and what can be done; nothing where none was. */
export function JobLine({ purpose }: { purpose: JobPurpose }) {
  const { state } = useRelease();
  const newest = newestJob(state, purpose);
  if (newest === null) return null;
  const look = jobLook(state, newest.job);
  return (
    <div className="mt-1.5 border-line-strong border-l-2 pl-2.5 text-sm leading-snug">
      <JobFacts {...newest} look={look} />
      {look === "running" || look === "stopping" ? <LastLine job={newest.id} /> : null}
      <JobActs {...newest} look={look} />
    </div>
  );
}

/** One job, at the head of its output. */
export function JobHead({ id }: { id: JobId }) {
  const { state } = useRelease();
  const job = state.jobs[id];
  if (job === undefined) return null;
  const look = jobLook(state, job);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-sm leading-snug">
      <div className="min-w-0">
        <JobFacts id={id} job={job} look={look} />
      </div>
      {look === "waiting" || look === "running" ? <CancelJob job={id} waits={look === "waiting"} /> : null}
    </div>
  );
}

type Shown = { id: JobId; job: JobState; look: JobLook };

function JobFacts({ job, look }: Shown) {
  const t = useTranslations("jobs");
  const { plan } = useRelease();
  const labels = bindingFor(indexOf(plan), job.purpose)?.labels ?? [];
  const facts = useFacts({ job, look });
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <StateMark tone={LOOK_TONE[look]}>
          {t(`look.${look}`, { code: job.ended?.exitCode ?? 0, signal: job.ended?.signal ?? "" })}
        </StateMark>
        {look === "waiting" ? (
          <span className="text-ink-2">
            {labels.length === 0 ? t("anyRunner") : t("labels", { labels: labels.join(" · ") })}
          </span>
        ) : null}
        {facts.map((fact) => (
          <span key={fact} className="wrap-anywhere text-ink-2">
            {fact}
          </span>
        ))}
      </p>
      {look === "lost" ? <LostAdvice job={job} /> : null}
    </>
  );
}

/** Told by its figures, in the reader's language: what stands beside them says the same in the plan's. */
function isProcessEnd({ exitCode, signal }: NonNullable<JobState["ended"]>): boolean {
  return exitCode !== null || signal !== null;
}

/** A process runs by the wall clock, in a rehearsal too: it is timed in real seconds. */
function useFacts({ job, look }: Omit<Shown, "id">): string[] {
  const t = useTranslations("jobs");
  const word = useTranslations("phrases.word");
  const { plan } = useRelease();
  const now = useNow();
  const { requested, taken, cancel, ended } = job;
  const at = (mark: { releaseAt: number }) => timeOfDay(mark.releaseAt, plan.timeZone);
  const passed = (ended?.at ?? Math.max(now, requested.at)) - (taken ?? requested).at;
  const span = clockSpan(passed);
  const asked = cancel === null ? null : t("cancelledBy", { who: actorName(cancel.by), time: at(cancel) });
  const facts = [
    taken === null ? (look === "waiting" ? t("askedSince", { time: at(requested), span }) : null) : null,
    taken === null ? null : ended === null ? t("onSince", { runner: taken.runner, time: at(taken), span }) : null,
    taken === null || ended === null || look === "lost"
      ? null
      : t("onTook", { runner: taken.runner, span: formatTook(passed) }),
    look === "stopping" && asked === null ? t("leftBehind") : asked,
    ended?.refusal === undefined ? null : word(`refused_${ended.refusal}`),
    ended === null || look === "lost" || isProcessEnd(ended) || ended.says === "" ? null : ended.says,
    ended !== null && !ended.counted ? t("tooLate") : null,
    ended?.capped === true ? t("capped") : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** Nobody saw the end: what is known, and what a person has to do. */
function LostAdvice({ job }: { job: JobState }) {
  const t = useTranslations("jobs");
  const says = job.ended?.says ?? "";
  const runner = job.taken?.runner ?? "";
  return (
    <div className="py-1 text-serious">
      <p>{t(job.purpose.kind === "step" ? "lostStep" : "lost", { runner })}</p>
      {says === "" ? null : <p className="wrap-anywhere text-ink-2">{says}</p>}
    </div>
  );
}

function LastLine({ job }: { job: JobId }) {
  const t = useTranslations("jobs");
  const line = useOutputNews(job)?.line ?? "";
  return (
    <p className="truncate pt-0.5 font-mono text-code-ink text-xs" title={line}>
      {line === "" ? <span className="text-ink-3">{t("noLine")}</span> : line}
    </p>
  );
}

function JobActs({ id, job, look }: Shown) {
  const t = useTranslations("jobs");
  const { open } = useOutputPlace();
  const isUnderWay = look === "waiting" || look === "running";
  const wrote = job.taken !== null && (job.ended === null || job.ended.bytes > 0 || look === "lost");
  if (!isUnderWay && !wrote) return null;
  return (
    <div className="flex flex-wrap items-start gap-2 pt-1.5">
      {wrote ? (
        <Button size="small" onClick={() => open(id)}>
          {t("output")}
        </Button>
      ) : null}
      {isUnderWay ? <CancelJob job={id} waits={look === "waiting"} /> : null}
    </div>
  );
}
