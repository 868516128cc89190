import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { EndOthers, SessionList } from "@/components/settings/session-list";
import { PageHeader } from "@/components/ui/page-header";
import { people } from "@/lib/server/people-composition";
import { actorOf, requireViewer } from "@/lib/server/session";
import { sessionFromCookies } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sessions"))("title") };
}

/** Where I am signed in. */
export default async function SessionsPage() {
  const viewer = await requireViewer("/settings/sessions");
  const [t, own, listed] = await Promise.all([
    getTranslations("settings.sessions"),
    sessionFromCookies((await headers()).get("cookie")),
    people().listSessions({ actor: actorOf(viewer), person: null }),
  ]);
  const sessions = (listed.ok ? listed.value : [])
    .map((session) => ({ ...session, isThis: session.id === own?.session }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={<EndOthers sessions={sessions} />} />
      <SessionList sessions={sessions} />
    </>
  );
}
