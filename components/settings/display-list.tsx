import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConfirmCall } from "@/components/ui/confirm-call";
import { StateMark } from "@/components/ui/state-mark";
import { StatusMark } from "@/components/ui/status-mark";
import { useMoment } from "@/components/ui/use-moment";
import type { ReleaseMode, ReleaseStatus } from "@/lib/domain/release/state";
import { DisplayDialog } from "./display-dialog";

type DisplayLinkView = {
  id: string;
  name: string;
  createdBy: string;
  createdAt: number;
  expiresAt: number | null;
  isOver: boolean;
};

export type ReleaseDisplays = {
  releaseId: string;
  version: string;
  title: string;
  mode: ReleaseMode;
  status: ReleaseStatus;
  links: DisplayLinkView[];
};

function LinkRow({ releaseId, link }: { releaseId: string; link: DisplayLinkView }) {
  const t = useTranslations("settings.displays");
  const moment = useMoment();
  const { id, name, createdBy, createdAt, expiresAt, isOver } = link;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-t border-line py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_5.5rem] md:pl-6">
      <div className="min-w-0">
        <p className="wrap-anywhere">{name}</p>
        <p className="text-sm text-ink-3">{t("by", { who: createdBy, at: moment(createdAt) })}</p>
      </div>
      <div>
        <StateMark tone={isOver ? "skipped" : "go"}>{t(isOver ? "over" : "open")}</StateMark>
        <p className="text-sm text-ink-3">
          {expiresAt === null ? t("forEver") : t("until", { at: moment(expiresAt) })}
        </p>
      </div>
      <div className="md:text-right">
        {isOver ? null : (
          <ConfirmCall
            label={t("revoke")}
            name={name}
            title={t("revokeTitle", { name })}
            lines={[t("revokeLine")]}
            confirmLabel={t("revokeConfirm")}
            done={t("revoked", { name })}
            wanted={[{ method: "DELETE", path: `/api/v1/releases/${releaseId}/display-links/${id}` }]}
          />
        )}
      </div>
    </li>
  );
}

/** The walls that are open, release by release. */
export function DisplayList({ releases }: { releases: ReleaseDisplays[] }) {
  const t = useTranslations("settings.displays");
  const mode = useTranslations("common.mode");
  return (
    <div className="border-t border-line-strong">
      {releases.map((release) => (
        <article
          key={release.releaseId}
          aria-labelledby={`displays-${release.releaseId}`}
          className="border-b border-line-strong"
        >
          <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0">
              <h2 id={`displays-${release.releaseId}`} className="text-lg font-bold">
                <Link href={`/releases/${release.releaseId}`} className="hover:text-accent">
                  {release.version} <span className="ml-1 font-normal">{release.title}</span>
                </Link>
              </h2>
              <p className="flex flex-wrap gap-x-3 text-sm">
                <span className={release.mode === "rehearsal" ? "text-rehearsal" : "text-ink-2"}>
                  {mode(release.mode)}
                </span>
                <StatusMark status={release.status} />
              </p>
            </div>
            <DisplayDialog releaseId={release.releaseId} release={`${release.version} ${mode(release.mode)}`} />
          </header>
          {release.links.length === 0 ? (
            <p className="border-t border-line py-2.5 text-ink-3 md:pl-6">{t("none")}</p>
          ) : null}
          <ul>
            {release.links.map((link) => (
              <LinkRow key={link.id} releaseId={release.releaseId} link={link} />
            ))}
          </ul>
        </article>
      ))}
    </div>
  );
}
