import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/shell/brand-mark";
import { buttonClass } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title") };
}

/** A plain link: every page carries this one, the wall too, and none should pay for a router's link. */
export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6">
      <BrandMark className="size-10 text-ink-3" />
      <h1 className="text-3xl font-bold">{t("title")}</h1>
      <p className="text-md text-ink-2">{t("body")}</p>
      <p className="mt-2">
        <a href="/" className={buttonClass("plain", "large")}>
          {t("home")}
        </a>
      </p>
    </main>
  );
}
