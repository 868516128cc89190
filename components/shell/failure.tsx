"use client";

import { useEffect, useState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import english from "@/messages/en/errors.json";
import chinese from "@/messages/zh-CN/errors.json";
import { BrandMark } from "./brand-mark";

type FailureProps = {
  error: Error & { digest?: string };
  retry: () => void;
  /** Where the page around it does not say. */
  locale?: Locale;
};

/**
 * What is shown when a page has thrown. It stands alone: no catalogue, no provider, nothing that may be what failed. The server
 * wrote the details into its log under the number.
 */
export function Failure({ error, retry, locale }: FailureProps) {
  const [found, setFound] = useState("zh-CN");
  useEffect(() => setFound(document.documentElement.lang), []);
  const words = (locale ?? found) === "en" ? english : chinese;
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6">
      <BrandMark className="size-10 text-critical" />
      <h1 className="text-3xl font-bold">{words.title}</h1>
      <p className="text-md text-ink-2">{words.body}</p>
      {error.digest === undefined ? null : (
        <p className="font-mono text-sm text-ink-3">{words.id.replace("{id}", error.digest)}</p>
      )}
      <p className="mt-2 flex flex-wrap gap-3">
        <button
          type="button"
          onClick={retry}
          className="target border border-accent bg-accent px-5 font-bold text-on-fill"
        >
          {words.retry}
        </button>
        <a href="/" className="target inline-flex items-center border border-control px-5">
          {words.home}
        </a>
      </p>
    </main>
  );
}
