import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundWords } from "@/components/shell/not-found-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title") };
}

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6">
      <NotFoundWords />
    </main>
  );
}
