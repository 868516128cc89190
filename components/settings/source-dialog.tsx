"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { filled } from "@/components/ui/make-dialog";
import { ProblemLine } from "@/components/ui/problem-line";
import { useCall } from "@/components/ui/use-call";
import type { SourceView } from "@/lib/contracts/sources";
import { SourceFields } from "./source-fields";

/** A secret that was not typed stays; one that is to be taken away is null. */
function secretOf(fields: FormData, access: string): { secret?: string | null } {
  if (access === "none") return { secret: null };
  const typed = filled(fields, "secret");
  return typed === null ? {} : { secret: typed };
}

function wholeNumbers(text: string | null): number[] {
  return (text ?? "").split(/[\s,，、]+/u).flatMap((part) => (part === "" ? [] : [Number(part)]));
}

/** What only a Grafana has; its fields are not there for anything else. */
function grafanaWish(fields: FormData) {
  return {
    annotates: fields.get("annotates") === "on",
    dashboardUid: filled(fields, "dashboardUid"),
    panels: wholeNumbers(filled(fields, "panels")),
    organisation: wholeNumbers(filled(fields, "organisation"))[0] ?? null,
  };
}

function wishOf(fields: FormData, id: string | undefined) {
  const access = filled(fields, "access") ?? "none";
  return {
    ...(id === undefined ? {} : { id }),
    name: filled(fields, "name") ?? "",
    kind: filled(fields, "kind") ?? "prometheus",
    url: filled(fields, "url") ?? "",
    datasourceUid: filled(fields, "datasourceUid"),
    alertmanagerUrl: filled(fields, "alertmanagerUrl"),
    userName: access === "basic" ? filled(fields, "userName") : null,
    ...secretOf(fields, access),
    authority: filled(fields, "authority"),
    ...grafanaWish(fields),
    privateRanges: fields.get("privateRanges") === "on",
  };
}

/** Defines a source, or changes one. */
export function SourceDialog({ source }: { source?: SourceView }) {
  const t = useTranslations("settings.sources");
  const words = useTranslations("common.action");
  const [open, setOpen] = useState(false);
  const { busy, problem, run, forget } = useCall();
  const change = (next: boolean) => {
    setOpen(next);
    if (next) forget();
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = wishOf(new FormData(event.currentTarget), source?.id);
    const answer = await run({ method: "POST", path: "/api/v1/sources", body });
    if ("value" in answer) setOpen(false);
  };
  const title = source === undefined ? t("define") : t("change", { name: source.name });
  const trigger =
    source === undefined ? (
      <Button tone="primary">{t("define")}</Button>
    ) : (
      <Button size="small" aria-label={title}>
        {t("edit")}
      </Button>
    );
  return (
    <Dialog open={open} onOpenChange={change} trigger={trigger} title={title} description={t("defineLead")}>
      <form onSubmit={send} className="space-y-4">
        <SourceFields source={source} />
        <ProblemLine problem={problem} />
        <div className="flex flex-wrap justify-end gap-3 border-t border-line pt-4">
          <DialogClose asChild>
            <Button size="large">{words("cancel")}</Button>
          </DialogClose>
          <Button type="submit" tone="primary" size="large" busy={busy}>
            {busy ? words("sending") : t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
