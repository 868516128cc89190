import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/door/invite-form";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { people } from "@/lib/server/people-composition";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("door.invite"))("title") };
}

export default async function InvitePage({ searchParams }: Props) {
  const { code } = await searchParams;
  const invite = typeof code === "string" ? await people().findInvite(code) : null;
  if (typeof code === "string" && invite?.state === "open") return <InviteForm secret={code} name={invite.name} />;
  const t = await getTranslations("door.invite");
  return (
    <div className="space-y-5">
      <h1 className="text-2xl font-bold">{t("closed.title")}</h1>
      <Notice tone="unknown" title={t(`closed.${invite?.state === "open" ? "unknown" : (invite?.state ?? "unknown")}`)}>
        {t("closed.next")}
      </Notice>
      <Link href="/sign-in" className={buttonClass("primary", "large")}>
        {t("closed.signIn")}
      </Link>
    </div>
  );
}
