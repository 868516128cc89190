"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmCall } from "@/components/ui/confirm-call";
import { StateMark } from "@/components/ui/state-mark";
import { useCall } from "@/components/ui/use-call";
import type { SourceTest, SourceView } from "@/lib/contracts/sources";
import { SourceDialog } from "./source-dialog";

const OUTCOMES = new Set([
  "ok",
  "unauthorised",
  "status",
  "not-prometheus",
  "unreachable",
  "timeout",
  "too_large",
  "not_json",
  "redirected",
  "address_refused",
  "secret_unreadable",
  "denied",
  "unknown",
]);

function Outcome({ test }: { test: SourceTest }) {
  const t = useTranslations("settings.sources");
  const isGood =
    test.outcome === "ok" &&
    (test.alertmanager === null || test.alertmanager === "ok") &&
    (test.annotations === null || test.annotations === "ok" || test.annotations === "unknown");
  const word = (outcome: string) => t(`outcome.${OUTCOMES.has(outcome) ? outcome : "status"}`);
  return (
    <div role="status" className="col-span-full pb-1 text-sm">
      <StateMark tone={isGood ? "go" : "no-go"}>
        {word(test.outcome)}
        {test.outcome === "ok" ? ` · ${t("took", { ms: test.tookMs })}` : ""}
      </StateMark>
      {test.detail === "" ? null : <p className="wrap-anywhere text-ink-3">{test.detail.replace(/[:\s]+$/u, "")}</p>}
      {test.alertmanager === null ? null : (
        <p className="text-ink-2">{t("alertmanagerSays", { outcome: word(test.alertmanager) })}</p>
      )}
      {test.annotations === null ? null : (
        <p className="text-ink-2">
          {t("annotationsSay", { outcome: test.annotations === "ok" ? t("mayWrite") : word(test.annotations) })}
        </p>
      )}
    </div>
  );
}

function SourceRow({ source, isFirst }: { source: SourceView; isFirst: boolean }) {
  const t = useTranslations("settings.sources");
  const { busy, problem, run } = useCall();
  const [test, setTest] = useState<SourceTest | null>(null);
  const tryIt = async () => {
    const answer = await run<SourceTest>({ method: "POST", path: `/api/v1/sources/${source.id}/test` });
    setTest("value" in answer ? answer.value : null);
  };
  const makeDefault = () => run({ method: "POST", path: `/api/v1/sources/${source.id}/default` });
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-b border-line py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(17.5rem,auto)]">
      <div className="min-w-0">
        <p className="text-md font-bold wrap-anywhere">{source.name}</p>
        <p className="text-sm text-ink-3">
          {t(`kinds.${source.kind}`)}
          {isFirst ? ` · ${t("isDefault")}` : ""}
        </p>
      </div>
      <div className="min-w-0 text-sm text-ink-2">
        <p className="font-mono wrap-anywhere">{source.url}</p>
        <p className="text-ink-3">
          {source.hasSecret ? t("withSecret") : t("withoutSecret")}
          {source.alertmanagerUrl === null ? "" : ` · ${t("withAlertmanager")}`}
          {source.kind === "grafana" && source.annotates ? ` · ${t("withAnnotations")}` : ""}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 md:justify-end">
        <Button size="small" busy={busy} onClick={tryIt} aria-label={`${t("try")} · ${source.name}`}>
          {t("try")}
        </Button>
        {isFirst ? null : (
          <Button size="small" onClick={makeDefault} aria-label={`${t("makeDefault")} · ${source.name}`}>
            {t("makeDefault")}
          </Button>
        )}
        <SourceDialog source={source} />
        <ConfirmCall
          label={t("remove")}
          name={source.name}
          title={t("removeTitle", { name: source.name })}
          lines={[t("removeLine")]}
          confirmLabel={t("removeConfirm")}
          done={t("removed", { name: source.name })}
          wanted={[{ method: "DELETE", path: `/api/v1/sources/${source.id}` }]}
        />
      </div>
      {test === null ? null : <Outcome test={test} />}
      {problem === null ? null : <p className="col-span-full text-sm text-critical">{problem}</p>}
    </li>
  );
}

/** Sources in the order in which they are asked. */
export function SourceList({ sources }: { sources: SourceView[] }) {
  const t = useTranslations("settings.sources");
  return (
    <ul aria-label={t("title")} className="border-t border-line-strong">
      {sources.map((source, index) => (
        <SourceRow key={source.id} source={source} isFirst={index === 0} />
      ))}
    </ul>
  );
}
