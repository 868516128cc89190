"use client";

import "./output.css";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { nameOf } from "@/lib/domain/release/describe";
import type { JobId } from "@/lib/domain/release/job";
import type { OutputView } from "@/lib/queries/output/output-session";
import { useRelease } from "@/lib/queries/release/use-release";
import { JobHead } from "../job-line";
import { useOutputPlace } from "../output-place";
import { OutputRowView } from "./output-row";
import { OutputTools } from "./output-tools";
import { useHits } from "./use-hits";
import { useOutput } from "./use-output";
import { ROW_PX, useScrolledRows } from "./use-scrolled-rows";

/** No hit has been gone to. */
const NOT_YET = -1;
/** What scrolls must be reachable by keyboard even where nothing in it can be pressed (WCAG 2.1.1). */
const KEYBOARD_SCROLLS = { tabIndex: 0 };

/** What a job has written: live while it writes, searched, kept as a file. It stands where the steps stood; stopping stays in reach. */
export function OutputPanel({ job }: { job: JobId }) {
  const t = useTranslations("jobs");
  const { plan, state } = useRelease();
  const { close } = useOutputPlace();
  const own = state.jobs[job];
  const purpose = own?.purpose;
  const subject =
    purpose === undefined
      ? t("unknownJob")
      : "step" in purpose
        ? nameOf(plan, purpose.step)
        : t(`purpose.${purpose.kind}`);
  return (
    <section aria-label={`${t("output")} · ${subject}`} className="flex min-h-0 flex-1 flex-col">
      <header className="pb-2">
        <Button tone="quiet" size="small" className="-ml-2.5 self-start" onClick={close}>
          <ArrowLeft aria-hidden className="size-4" />
          {t("back")}
        </Button>
        <h2 className="break-words pb-1 font-bold text-xl">
          <span className="font-normal text-ink-2">{t("output")}</span> {subject}
        </h2>
        <JobHead id={job} />
      </header>
      {own === undefined || own.taken === null ? (
        <p className="py-6 text-ink-2">{t(own === undefined ? "noSuchJob" : "notBegun")}</p>
      ) : (
        <OutputRows key={job} job={job} />
      )}
    </section>
  );
}

function OutputRows({ job }: { job: JobId }) {
  const t = useTranslations("jobs");
  const view = useOutput(job);
  const { lines, version, from } = view;
  const [words, setWords] = useState("");
  const needle = useDeferredValue(words.trim().toLowerCase());
  const hits = useHits(lines, version, needle);
  const [hit, setHit] = useState(NOT_YET);
  const box = useRef<HTMLElement>(null);
  const rows = useScrolledRows({ box, count: lines.count, dropped: lines.dropped, isWhole: from === 0 });
  const here = needle === "" ? null : (hits[Math.min(hit, hits.length - 1)] ?? null);
  const go = (step: 1 | -1) => {
    if (hits.length === 0) return;
    const next = hit === NOT_YET && step < 0 ? hits.length - 1 : (hit + step + hits.length) % hits.length;
    setHit(next);
    rows.showRow((hits[next] ?? 0) - lines.dropped);
  };
  return (
    <>
      <OutputTools
        {...{ job, words, hits: hits.length, isFollowing: rows.isFollowing, setFollowing: rows.setFollowing }}
        hit={Math.min(hit, hits.length - 1)}
        onWords={(next) => {
          setWords(next);
          setHit(NOT_YET);
        }}
        onGo={go}
      />
      <OutputNotes view={view} />
      <section
        ref={box}
        aria-label={t("lines")}
        {...KEYBOARD_SCROLLS}
        onScroll={rows.onScroll}
        className="min-h-40 flex-1 overflow-auto overscroll-contain border-line-strong border-l-2 bg-code px-3 py-2 font-mono text-code-ink text-xs [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className="relative w-max min-w-full" style={{ height: lines.count * ROW_PX }}>
          <div className="absolute inset-x-0" style={{ top: rows.seen.first * ROW_PX }}>
            <SeenRows view={view} {...rows.seen} needle={needle} here={here} />
          </div>
        </div>
        {lines.count === 0 ? <p className="text-ink-3">{t("nothingWritten")}</p> : null}
      </section>
    </>
  );
}

type SeenProps = { view: OutputView; first: number; last: number; needle: string; here: number | null };

function SeenRows({ view, first, last, needle, here }: SeenProps) {
  const { lines } = view;
  const count = Math.max(0, Math.min(last, lines.count) - first);
  return Array.from({ length: count }, (_, at) => {
    const row = lines.row(first + at);
    const number = lines.dropped + first + at;
    return row === null ? null : (
      <OutputRowView key={number} text={row.text} from={row.style} needle={needle} isHere={number === here} />
    );
  });
}

/** What is not shown, and why. */
function OutputNotes({ view }: { view: OutputView }) {
  const t = useTranslations("jobs");
  const { from, loaded, size, failing, lines } = view;
  const notes = [
    failing ? t("failing") : null,
    from > 0 ? t("loading", { percent: Math.floor((loaded / size) * 100) }) : null,
    lines.dropped > 0 ? t("dropped", { count: lines.dropped }) : null,
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <p role="status" className={failing ? "pb-1.5 text-serious text-sm" : "pb-1.5 text-ink-2 text-sm"}>
      {notes.join(" ")}
    </p>
  );
}
