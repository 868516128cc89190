import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/ui/shape";
import type { Permission } from "@/lib/domain/release/actor";

type AccountFactsProps = {
  name: string;
  username: string | null;
  email: string | null;
  planContact: string | null;
  permissions: Permission[];
};

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-line py-2.5 md:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-3">{term}</dt>
      <dd className="text-md wrap-anywhere">{children}</dd>
    </div>
  );
}

/** One's own account: its names, and each permission with what it lets one do, held or not. */
export function AccountFacts({ name, username, email, planContact, permissions }: AccountFactsProps) {
  const t = useTranslations("settings.account");
  const permission = useTranslations("people.permission");
  return (
    <>
      <dl className="border-t border-line-strong">
        <Fact term={t("name")}>{name}</Fact>
        {username === null ? null : <Fact term={t("username")}>{username}</Fact>}
        <Fact term={t("email")}>{email ?? <span className="text-ink-3">{t("none")}</span>}</Fact>
        <Fact term={t("planContact")}>{planContact ?? <span className="text-ink-3">{t("noContact")}</span>}</Fact>
      </dl>
      <h2 className="border-b border-line-strong pt-8 pb-1.5 text-lg font-bold">{t("may")}</h2>
      <ul>
        {(["administrator", "planner", "member"] as const).map((one) => {
          const has = one === "member" || permissions.includes(one);
          return (
            <li key={one} className="grid gap-x-6 border-b border-line py-2.5 md:grid-cols-[11rem_minmax(0,1fr)]">
              <span className={has ? "flex items-baseline gap-2" : "flex items-baseline gap-2 text-ink-3"}>
                <span className={has ? "text-normal" : "text-off"}>
                  <Shape name={has ? "tick" : "dash"} />
                </span>
                {permission(`${one}.name`)}
                <span className="sr-only">{t(has ? "has" : "hasNot")}</span>
              </span>
              <span className={has ? "text-ink-2" : "text-ink-3"}>{permission(`${one}.means`)}</span>
            </li>
          );
        })}
      </ul>
      <p className="max-w-prose pt-3 text-ink-2">{t("roles")}</p>
    </>
  );
}
