import { useTranslations } from "next-intl";
import { ConfirmCall } from "@/components/ui/confirm-call";
import { StateMark } from "@/components/ui/state-mark";
import { useMoment } from "@/components/ui/use-moment";
import { browserWords } from "./browser-words";

export type SessionView = {
  id: string;
  address: string | null;
  browser: string | null;
  createdAt: number;
  seenAt: number;
  isThis: boolean;
};

function SessionRow({ session }: { session: SessionView }) {
  const t = useTranslations("settings.sessions");
  const moment = useMoment();
  const { id, address, browser, createdAt, seenAt, isThis } = session;
  const name = browserWords(browser) ?? browser ?? t("unknownBrowser");
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.3fr)_minmax(0,.8fr)_5.5rem]">
      <div className="min-w-0">
        <p className="text-md font-bold wrap-anywhere">{name}</p>
        <p className="text-sm wrap-anywhere text-ink-3">{address ?? t("unknownAddress")}</p>
      </div>
      <div className="text-sm text-ink-2">
        <p>{t("since", { at: moment(createdAt) })}</p>
        <p>{t("seen", { at: moment(seenAt) })}</p>
      </div>
      <StateMark tone={isThis ? "active" : "go"}>{t(isThis ? "this" : "open")}</StateMark>
      <div className="md:text-right">
        {isThis ? null : (
          <ConfirmCall
            label={t("end")}
            name={name}
            title={t("endTitle", { name })}
            lines={[t("endLine")]}
            done={t("ended", { name })}
            wanted={[{ method: "DELETE", path: `/api/v1/sessions/${id}` }]}
          />
        )}
      </div>
    </li>
  );
}

/** Where one is signed in. */
export function SessionList({ sessions }: { sessions: SessionView[] }) {
  const t = useTranslations("settings.sessions");
  return (
    <ul aria-label={t("title")} className="border-t border-line-strong">
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  );
}

/** Ends every session but the one that this page is seen with. */
export function EndOthers({ sessions }: { sessions: SessionView[] }) {
  const t = useTranslations("settings.sessions");
  const others = sessions.filter(({ isThis }) => !isThis);
  if (others.length === 0) return null;
  return (
    <ConfirmCall
      label={t("endOthers")}
      name={t("count", { count: others.length })}
      title={t("endOthersTitle", { count: others.length })}
      lines={[t("endLine"), t("endOthersLine")]}
      done={t("othersEnded")}
      wanted={others.map(({ id }) => ({ method: "DELETE" as const, path: `/api/v1/sessions/${id}` }))}
    />
  );
}
