"use client";

import { ArrowDownToLine, ChevronDown, ChevronUp, Download, Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { JobId } from "@/lib/domain/release/job";
import { outputAddress } from "@/lib/queries/output/fetch-output";
import { useRelease } from "@/lib/queries/release/use-release";

type Props = {
  job: JobId;
  words: string;
  onWords: (words: string) => void;
  hits: number;
  hit: number;
  onGo: (step: 1 | -1) => void;
  isFollowing: boolean;
  setFollowing: (isFollowing: boolean) => void;
};

/** Over the output: searching in it, staying at its end or standing still, keeping it. */
export function OutputTools({ job, words, onWords, hits, hit, onGo, isFollowing, setFollowing }: Props) {
  const t = useTranslations("jobs");
  const { releaseId } = useRelease();
  const isSearching = words.trim() !== "";
  return (
    <div className="flex flex-wrap items-center gap-2 pb-2">
      <search className="min-w-48 flex-1">
        <form
          className="flex items-center gap-2"
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            onGo(event.shiftKey ? -1 : 1);
          }}
        >
          <div className="w-60 max-w-full">
            <Field
              label={t("search")}
              labelHidden
              placeholder={t("search")}
              data-search
              type="search"
              value={words}
              onChange={(event) => onWords(event.target.value)}
            />
          </div>
          {isSearching ? (
            <>
              <output className="whitespace-nowrap text-ink-2 text-sm">
                {hits === 0 ? t("noHit") : hit < 0 ? t("found", { count: hits }) : t("hits", { at: hit + 1, of: hits })}
              </output>
              <Button size="small" tone="quiet" aria-label={t("previousHit")} onClick={() => onGo(-1)}>
                <ChevronUp aria-hidden className="size-4" />
              </Button>
              <Button size="small" tone="quiet" aria-label={t("nextHit")} onClick={() => onGo(1)}>
                <ChevronDown aria-hidden className="size-4" />
              </Button>
            </>
          ) : null}
        </form>
      </search>
      <Button size="small" aria-pressed={isFollowing} onClick={() => setFollowing(!isFollowing)}>
        {isFollowing ? <Pause aria-hidden className="size-4" /> : <ArrowDownToLine aria-hidden className="size-4" />}
        {isFollowing ? t("pause") : t("follow")}
      </Button>
      <Button size="small" asChild>
        <a href={`${outputAddress({ releaseId, job })}?as=file`} download>
          <Download aria-hidden className="size-4" />
          {t("download")}
        </a>
      </Button>
    </div>
  );
}
