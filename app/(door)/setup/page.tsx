import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SetupForm } from "@/components/door/setup-form";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { people } from "@/lib/server/people-composition";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("door.setup"))("title") };
}

export default async function SetupPage({ searchParams }: Props) {
  const { code } = await searchParams;
  if (typeof code === "string" && (await people().isSetupOpen(code))) return <SetupForm code={code} />;
  const t = await getTranslations("door.setup");
  return (
    <div className="space-y-5">
      <h1 className="text-2xl font-bold">{t("closed.title")}</h1>
      <Notice tone="unknown" title={t("closed.why")}>
        {t("closed.next")}
      </Notice>
      <Link href="/sign-in" className={buttonClass("primary", "large")}>
        {t("closed.signIn")}
      </Link>
    </div>
  );
}
