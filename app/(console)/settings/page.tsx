import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountFacts } from "@/components/settings/account-facts";
import { PasswordForm } from "@/components/settings/password-form";
import { PageHeader } from "@/components/ui/page-header";
import { people } from "@/lib/server/people-composition";
import { requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** Who I am here, and what I may do. */
export default async function SettingsPage() {
  const viewer = await requireViewer("/settings");
  const [t, everybody] = await Promise.all([getTranslations("settings.account"), people().listPeople()]);
  const mine = everybody.find(({ id }) => id === viewer.person);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AccountFacts
        name={viewer.name}
        username={mine?.username ?? null}
        email={mine?.email ?? null}
        planContact={mine?.planContact ?? null}
        permissions={viewer.permissions}
      />
      {mine === undefined ? null : <PasswordForm username={mine.username} />}
    </>
  );
}
