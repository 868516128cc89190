"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { DisplayCode } from "@/components/ui/display-code";
import { Field } from "@/components/ui/field";
import { dayAndMinute } from "@/components/ui/release/time-text";
import { toast } from "@/components/ui/toast-store";
import {
  createDisplayLinkAction,
  type DisplayLinkView,
  listDisplayLinksAction,
  revokeDisplayLinkAction,
} from "@/lib/actions/display-link-actions";
import { useRelease } from "@/lib/queries/release/use-release";

/** The links that still open this release's wall, the one just made, and the two ways to change them. */
function useDisplayLinks(releaseId: string) {
  const t = useTranslations("console.wall");
  const [made, setMade] = useState<{ link: string; code: string } | null>(null);
  const key = ["release", releaseId, "display-links"];
  const client = useQueryClient();
  const links = useQuery({ queryKey: key, queryFn: () => listDisplayLinksAction(releaseId) });
  const again = () => client.invalidateQueries({ queryKey: key });
  const onError = () => toast.error(t("failed"));
  const create = useMutation({
    mutationFn: (name: string) => createDisplayLinkAction({ releaseId, name }),
    onSuccess: (answer) => {
      if (answer.ok) setMade({ link: `${window.location.origin}${answer.value.path}`, code: answer.value.code });
      else onError();
      void again();
    },
    onError,
  });
  const revoke = useMutation({
    mutationFn: (displayLinkId: string) => revokeDisplayLinkAction({ releaseId, displayLinkId }),
    onSuccess: again,
    onError,
  });
  const known = links.data?.ok === true ? links.data.value : [];
  return { known, made, create, revoke };
}

/** Links for screens in the room: made for a night, shown once, taken back at any time. */
export function DisplayLinks({ releaseId }: { releaseId: string }) {
  const t = useTranslations("console.wall");
  const [name, setName] = useState("");
  const { known, made, create, revoke } = useDisplayLinks(releaseId);
  return (
    <div className="grid gap-3 pt-4">
      <form
        className="flex items-end gap-2.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") create.mutate(name.trim());
        }}
      >
        <div className="min-w-0 flex-1">
          <Field label={t("name")} value={name} onChange={(event) => setName(event.target.value)} maxLength={80} />
        </div>
        <Button type="submit" busy={create.isPending} refused={name.trim() === "" ? t("nameFirst") : null}>
          {t("create")}
        </Button>
      </form>
      {made === null ? null : (
        <div className="grid gap-2">
          <p className="text-serious text-sm">{t("shownOnce")}</p>
          <CodeBlock text={made.link} name={t("link")} />
          <DisplayCode code={made.code} />
        </div>
      )}
      <ul>
        {known.map((link) => (
          <LinkLine key={link.id} link={link} busy={revoke.isPending} onRevoke={() => revoke.mutate(link.id)} />
        ))}
      </ul>
    </div>
  );
}

type LinkLineProps = { link: DisplayLinkView; busy: boolean; onRevoke: () => void };

function LinkLine({ link, busy, onRevoke }: LinkLineProps) {
  const t = useTranslations("console.wall");
  const { plan } = useRelease();
  const locale = useLocale();
  return (
    <li className="flex items-center justify-between gap-3 border-line border-t py-1.5">
      <span className="min-w-0 truncate">
        {link.name}
        <span className="text-ink-2 text-sm">
          {link.expiresAt === null
            ? ""
            : ` · ${t("until", { time: dayAndMinute(link.expiresAt, plan.timeZone, locale) })}`}
        </span>
      </span>
      <Button size="small" tone="quiet" busy={busy} onClick={onRevoke}>
        {t("revoke")}
      </Button>
    </li>
  );
}
