import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteDialog } from "@/components/people/invite-dialog";
import { InviteList, type InviteView } from "@/components/people/invite-list";
import { PersonList } from "@/components/people/person-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { people } from "@/lib/server/people-composition";
import { planContacts } from "@/lib/server/plan-contacts";
import { actorOf, requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

/** Those that wait to be taken up, and those that were not in time. */
async function untaken(actor: ReturnType<typeof actorOf>): Promise<InviteView[]> {
  const invites = await people().listInvites({ actor });
  if (!invites.ok) return [];
  return invites.value.flatMap((invite) =>
    invite.state === "open" || invite.state === "expired" ? [{ ...invite, state: invite.state }] : [],
  );
}

/** Who has an account, who is invited, and what each may do. */
export default async function PeoplePage() {
  const viewer = await requireViewer("/settings/people");
  const isAdministrator = viewer.permissions.includes("administrator");
  const [t, everybody, invites, contacts] = await Promise.all([
    getTranslations("people"),
    people().listPeople(),
    isAdministrator ? untaken(actorOf(viewer)) : [],
    isAdministrator ? planContacts() : [],
  ]);
  const shown = everybody.map(({ id, name, planContact, disabled, username, email, permissions }) => ({
    id,
    name,
    planContact,
    disabled,
    account: isAdministrator ? { username, email, permissions } : null,
  }));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={isAdministrator ? <InviteDialog contacts={contacts} /> : undefined}
      />
      {isAdministrator ? null : (
        <div className="pb-4">
          <Notice tone="unknown" title={t("onlyAdministrators")}>
            {t("askAdministrator")}
          </Notice>
        </div>
      )}
      <PersonList people={shown} contacts={contacts} viewer={viewer.person} />
      {isAdministrator ? <InviteList invites={invites} /> : null}
    </>
  );
}
