import { useTranslations } from "next-intl";
import { ConfirmCall } from "@/components/ui/confirm-call";
import { StateMark } from "@/components/ui/state-mark";
import { useMoment } from "@/components/ui/use-moment";
import type { Permission } from "@/lib/domain/release/actor";
import { PermissionWords } from "./permission-words";

export type InviteView = {
  id: string;
  name: string;
  email: string | null;
  permissions: Permission[];
  planContact: string | null;
  invitedBy: string;
  expiresAt: number;
  state: "open" | "expired";
};

function InviteRow({ invite }: { invite: InviteView }) {
  const t = useTranslations("people");
  const moment = useMoment();
  const { id, name, email, permissions, planContact, invitedBy, expiresAt, state } = invite;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1.3fr)_5.5rem]">
      <div className="min-w-0">
        <p className="text-md font-bold wrap-anywhere">{name}</p>
        <p className="text-sm wrap-anywhere text-ink-3">{email ?? t("invites.by", { who: invitedBy })}</p>
      </div>
      <div className="min-w-0">
        <p>
          <PermissionWords permissions={permissions} />
        </p>
        {planContact === null ? null : (
          <p className="text-sm wrap-anywhere text-ink-3">{t("contactOf", { name: planContact })}</p>
        )}
      </div>
      <div>
        <StateMark tone={state === "open" ? "waiting" : "skipped"}>{t(`invites.${state}`)}</StateMark>
        <p className="text-sm text-ink-3">{t("invites.until", { at: moment(expiresAt) })}</p>
      </div>
      <div className="md:text-right">
        {state === "open" ? (
          <ConfirmCall
            label={t("invites.revoke")}
            name={name}
            title={t("invites.revokeTitle", { name })}
            lines={[t("invites.revokeLine")]}
            confirmLabel={t("invites.revokeConfirm")}
            done={t("invites.revoked", { name })}
            wanted={[{ method: "DELETE", path: `/api/v1/invites/${id}` }]}
          />
        ) : null}
      </div>
    </li>
  );
}

/** Invitations that nobody has taken up. */
export function InviteList({ invites }: { invites: InviteView[] }) {
  const t = useTranslations("people.invites");
  return (
    <section aria-labelledby="invites" className="pt-8">
      <h2 id="invites" className="flex items-baseline gap-2.5 border-b border-line-strong pb-1.5 text-lg font-bold">
        {t("title")}
        {invites.length === 0 ? null : <span className="text-sm font-normal text-ink-3">{invites.length}</span>}
      </h2>
      {invites.length === 0 ? <p className="py-2.5 text-ink-2">{t("none")}</p> : null}
      <ul>
        {invites.map((invite) => (
          <InviteRow key={invite.id} invite={invite} />
        ))}
      </ul>
    </section>
  );
}
