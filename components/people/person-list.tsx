import { useTranslations } from "next-intl";
import { ConfirmCall } from "@/components/ui/confirm-call";
import { StateMark } from "@/components/ui/state-mark";
import type { Permission } from "@/lib/domain/release/actor";
import { PermissionWords } from "./permission-words";
import { PersonDialog } from "./person-dialog";

type PersonView = {
  id: string;
  name: string;
  planContact: string | null;
  disabled: boolean;
  /** Null for whoever does not administer: user names, addresses and permissions are none of theirs. */
  account: { username: string; email: string | null; permissions: Permission[] } | null;
};

type ListProps = { people: PersonView[]; contacts: string[]; viewer: string };

function PersonActs({ person, contacts, viewer }: { person: PersonView; contacts: string[]; viewer: string }) {
  const t = useTranslations("people");
  const { id, name, planContact, disabled, account } = person;
  if (account === null) return null;
  const act = disabled ? "enable" : "disable";
  return (
    <div className="flex flex-wrap gap-2 md:justify-end">
      <PersonDialog
        person={{ id, name, planContact, permissions: account.permissions }}
        contacts={contacts}
        isSelf={id === viewer}
      />
      <ConfirmCall
        label={t(`${act}.open`)}
        name={name}
        title={t(`${act}.title`, { name })}
        lines={[t(`${act}.line`), ...(id === viewer && !disabled ? [t("disable.self")] : [])]}
        confirmLabel={t(`${act}.confirm`)}
        done={t(`${act}.done`, { name })}
        wanted={[{ method: "PATCH", path: `/api/v1/people/${id}`, body: { disabled: !disabled } }]}
        tone={disabled ? "primary" : "critical-fill"}
      />
    </div>
  );
}

/** Everybody with an account, between hairlines. */
export function PersonList({ people, contacts, viewer }: ListProps) {
  const t = useTranslations("people");
  return (
    <ul aria-label={t("title")} className="border-t border-line-strong">
      {people.map((person) => (
        <li
          key={person.id}
          className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,.9fr)_11rem]"
        >
          <div className="min-w-0">
            <p className="text-md font-bold wrap-anywhere">
              {person.name}
              {person.id === viewer ? <span className="ml-2 font-normal text-accent">{t("you")}</span> : null}
            </p>
            {person.account === null ? null : (
              <p className="text-sm wrap-anywhere text-ink-3">
                {person.account.username}
                {person.account.email === null ? null : ` · ${person.account.email}`}
              </p>
            )}
          </div>
          <div className="min-w-0">
            {person.account === null ? null : (
              <p>
                <PermissionWords permissions={person.account.permissions} />
              </p>
            )}
            <p className="text-sm wrap-anywhere text-ink-3">
              {person.planContact === null ? t("noContact") : t("contactOf", { name: person.planContact })}
            </p>
          </div>
          <StateMark tone={person.disabled ? "skipped" : "go"}>
            {t(person.disabled ? "state.disabled" : "state.active")}
          </StateMark>
          <PersonActs person={person} contacts={contacts} viewer={viewer} />
        </li>
      ))}
    </ul>
  );
}
