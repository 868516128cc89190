import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConfirmCall } from "@/components/ui/confirm-call";
import { outputLink } from "@/components/ui/runner/output-link";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import { useMoment } from "@/components/ui/use-moment";
import type { RunnerView, WorkUnderWay } from "@/lib/contracts/runners";
import { TrafficElsewhere } from "./traffic-elsewhere";

const TONES: Record<RunnerView["heard"], StateTone> = { here: "go", silent: "warning", never: "waiting" };
const ACTIONS_SHOWN = 6;

/** Runners by name: for whom they work, what they can do, whether they are there, and what they are at. */
export function RunnerList({ runners }: { runners: RunnerView[] }) {
  const t = useTranslations("settings.runners");
  return (
    <ul aria-label={t("title")} className="border-t border-line-strong">
      {runners.map((runner) => (
        <RunnerRow key={runner.id} runner={runner} />
      ))}
    </ul>
  );
}

function RunnerRow({ runner }: { runner: RunnerView }) {
  const t = useTranslations("settings.runners");
  const mode = useTranslations("common.mode");
  const { id, name, environment, labels, work } = runner;
  return (
    <li className="grid items-start gap-x-6 gap-y-1.5 border-b border-line py-3 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1.3fr)_minmax(0,1.2fr)_5.5rem]">
      <div className="min-w-0">
        <p className="text-md font-bold wrap-anywhere">{name}</p>
        <p className={runner.mode === "rehearsal" ? "text-sm text-rehearsal" : "text-sm text-ink-2"}>
          {mode(runner.mode)} · <span className="text-ink-3">{environment}</span>
        </p>
        <p className="font-mono text-xs wrap-anywhere text-ink-2">
          {labels.length === 0 ? <span className="font-sans text-ink-3">{t("noLabels")}</span> : labels.join("  ")}
        </p>
      </div>
      <Abilities runner={runner} />
      <div className="min-w-0">
        <Heard runner={runner} />
        {work.map((one) => (
          <Work key={`${one.releaseId} ${one.job}`} work={one} />
        ))}
      </div>
      <div className="md:text-right">
        <ConfirmCall
          label={t("revoke")}
          name={name}
          title={t("revokeTitle", { name })}
          lines={[t("revokeLine"), work.length === 0 ? t("revokeIdle") : t("revokeBusy", { count: work.length })]}
          confirmLabel={t("revokeConfirm")}
          done={t("revoked", { name })}
          wanted={[{ method: "DELETE", path: `/api/v1/runners/${id}` }]}
        />
      </div>
    </li>
  );
}

function Abilities({ runner: { host, actions, planScripts, trafficElsewhere, heard } }: { runner: RunnerView }) {
  const t = useTranslations("settings.runners");
  if (host === null) return <p className="text-sm text-ink-3">{heard === "never" ? t("notYet") : ""}</p>;
  const more = actions.length - ACTIONS_SHOWN;
  return (
    <div className="min-w-0 text-sm text-ink-2">
      <p className="wrap-anywhere">{t("host", { host })}</p>
      <p className="font-mono text-xs wrap-anywhere" title={actions.join(", ")}>
        {actions.slice(0, ACTIONS_SHOWN).join(", ")}
        {more > 0 ? <span className="font-sans text-ink-3"> {t("moreActions", { count: more })}</span> : null}
      </p>
      <p className="text-ink-3">{t(planScripts ? "scripts" : "noScripts")}</p>
      <TrafficElsewhere shared={trafficElsewhere} />
    </div>
  );
}

function Heard({ runner: { heard, lastSeenAt } }: { runner: RunnerView }) {
  const t = useTranslations("settings.runners");
  const moment = useMoment();
  return (
    <>
      <StateMark tone={TONES[heard]}>{t(`heard.${heard}`)}</StateMark>
      {lastSeenAt === null || heard === "here" ? null : (
        <p className="text-sm text-ink-3">{t("lastHeard", { at: moment(lastSeenAt) })}</p>
      )}
    </>
  );
}

function Work({ work: { releaseId, version, job, purpose, subject } }: { work: WorkUnderWay }) {
  const t = useTranslations("settings.runners");
  const jobs = useTranslations("jobs");
  const what = subject ?? (purpose === "drill" ? jobs("purpose.drill") : jobs("purpose.traffic"));
  return (
    <p className="text-sm wrap-anywhere text-ink-2">
      {t("atWork")}{" "}
      <Link href={outputLink(releaseId, job)} className="text-standby underline underline-offset-2">
        {version} · {what}
      </Link>
    </p>
  );
}
