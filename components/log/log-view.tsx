"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { usePhrase } from "@/components/ui/phrase";
import { EventLine } from "@/components/ui/release/event-line";
import { eventJob } from "@/components/ui/runner/event-job";
import { useOutputPlace } from "@/components/ui/runner/output-place";
import { describeEvent } from "@/lib/domain/release/describe";
import { eventRemark } from "@/lib/domain/release/event-remark";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { useRelease } from "@/lib/queries/release/use-release";
import { KindChoice } from "./kind-choice";
import { isOfKind, type LogKind } from "./log-kinds";
import { NoteForm } from "./note-form";
import { useOlderEvents } from "./use-older-events";

const PAGE = 100;

/** Everything that happened, newest first, each fact a sentence. */
export function LogView() {
  const t = useTranslations("console.log");
  const say = usePhrase();
  const { plan, events } = useRelease();
  const { older, hasOlder, loading, loadOlder } = useOlderEvents(events);
  const [kind, setKind] = useState<LogKind>("all");
  const [words, setWords] = useState("");
  const [shown, setShown] = useState(PAGE);
  const wanted = words.trim().toLowerCase();
  const found = [...older, ...events]
    .filter((event) => isOfKind(event.type, kind))
    .filter(
      (event) =>
        wanted === "" || `${say(describeEvent(plan, event))} ${eventRemark(event)}`.toLowerCase().includes(wanted),
    )
    .reverse();

  function onMore() {
    setShown(shown + PAGE);
    if (found.length <= shown + PAGE && hasOlder) void loadOlder();
  }

  return (
    <div className="pb-6">
      <NoteForm />
      <div className="flex flex-wrap items-end justify-between gap-3 py-3">
        <KindChoice value={kind} onChange={setKind} />
        <div className="w-56 max-w-full">
          <Field
            label={t("search")}
            labelHidden
            placeholder={t("search")}
            data-search
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      </div>
      {found.length === 0 ? <p className="py-4 text-ink-2">{t("nothing")}</p> : null}
      <ol>
        {found.slice(0, shown).map((event) => (
          <li
            key={event.seq}
            className="grid grid-cols-[3.2em_auto_minmax(0,1fr)_auto] gap-x-3 border-line border-b py-1.5"
          >
            <span className="text-ink-3 text-right">#{event.seq}</span>
            <EventLine event={event} />
            <EventOutput event={event} />
          </li>
        ))}
      </ol>
      <LogFoot hasMore={found.length > shown || hasOlder} loading={loading} onMore={onMore} />
    </div>
  );
}

/** From a run's event to what it wrote. */
function EventOutput({ event }: { event: ReleaseEvent }) {
  const t = useTranslations("jobs");
  const { open } = useOutputPlace();
  const job = eventJob(event);
  if (job === null) return null;
  return (
    <Button
      tone="quiet"
      size="small"
      className="-my-0.5 min-h-6 text-standby"
      aria-label={`${t("output")} #${event.seq}`}
      onClick={() => open(job)}
    >
      {t("output")}
    </Button>
  );
}

type LogFootProps = { hasMore: boolean; loading: boolean; onMore: () => void };

function LogFoot({ hasMore, loading, onMore }: LogFootProps) {
  const t = useTranslations("console.log");
  const { head } = useRelease();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 pt-3">
      {hasMore ? (
        <Button busy={loading} onClick={onMore}>
          {t("more")}
        </Button>
      ) : (
        <span />
      )}
      <span className="font-mono text-ink-3 text-xs" title={head}>
        {t("head", { head: head.slice(0, 12) })}
      </span>
    </div>
  );
}
