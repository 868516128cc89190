"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Field, Select } from "@/components/ui/field";
import { filled, MakeDialog } from "@/components/ui/make-dialog";
import { ShownOnce } from "@/components/ui/shown-once";

type Made = { token: string };
type Wish = { name: string; mode: "live" | "rehearsal"; environment: string; labels: string[] };

const START = "npm run runner -- --config /etc/holdpoint/runner.yaml";

function wishIn(fields: FormData): Wish {
  const labels = (filled(fields, "labels") ?? "").split(/[\s,，、]+/u).filter((label) => label !== "");
  return {
    name: filled(fields, "name") ?? "",
    mode: filled(fields, "mode") === "live" ? "live" : "rehearsal",
    environment: filled(fields, "environment") ?? "",
    labels,
  };
}

/** The head of the host's own file: with it the runner comes up, and can do nothing yet. */
function hostFile({ name, environment, labels }: Wish, publicUrl: string): string {
  return [
    `name: ${JSON.stringify(name)}`,
    `environment: ${JSON.stringify(environment)}`,
    `labels: ${JSON.stringify(labels)}`,
    "server:",
    `  url: ${publicUrl}`,
    "  tokenFile: /etc/holdpoint/runner.token",
    "dataDirectory: /var/lib/holdpoint-runner",
  ].join("\n");
}

/** Lets a runner in: its token is shown once, with what its host needs to start it. */
export function RunnerDialog({ publicUrl }: { publicUrl: string }) {
  const t = useTranslations("settings.runners");
  const mode = useTranslations("common.mode");
  const [wish, setWish] = useState<Wish | null>(null);
  const request = (fields: FormData) => {
    const body = wishIn(fields);
    setWish(body);
    return { method: "POST" as const, path: "/api/v1/runners", body };
  };
  const shown = ({ token }: Made) => ({
    title: t("made"),
    description: t("madeLead"),
    content: (
      <>
        <ShownOnce text={token} name={t("token")} warning={t("once")} />
        <div>
          <p className="pb-1 text-sm text-ink-2">{t("file")}</p>
          <CodeBlock text={wish === null ? "" : hostFile(wish, publicUrl)} name="runner.yaml" />
        </div>
        <div>
          <p className="pb-1 text-sm text-ink-2">{t("start")}</p>
          <CodeBlock text={START} name={t("start")} />
        </div>
      </>
    ),
  });
  return (
    <MakeDialog<Made>
      label={t("create")}
      tone="primary"
      title={t("create")}
      description={t("createLead")}
      submit={t("submit")}
      request={request}
      shown={shown}
    >
      <Field label={t("name")} hint={t("nameHint")} name="name" maxLength={60} autoComplete="off" required />
      <Select
        label={t("mode")}
        name="mode"
        defaultValue="rehearsal"
        options={(["rehearsal", "live"] as const).map((value) => ({ value, label: mode(value) }))}
      />
      <Field
        label={t("environment")}
        hint={t("environmentHint")}
        name="environment"
        maxLength={60}
        autoComplete="off"
        required
      />
      <Field label={t("labels")} hint={t("labelsHint")} name="labels" maxLength={400} autoComplete="off" />
    </MakeDialog>
  );
}
