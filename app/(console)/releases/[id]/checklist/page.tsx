import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { services } from "@/lib/server/composition";
import { requireViewer } from "@/lib/server/session";
import { ChecklistScreen } from "./checklist-screen";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checklist");
  return { title: t("title") };
}

/** The checklist by itself: what is mine to sign first. */
export default async function ChecklistPage({ params }: Props) {
  const { id } = await params;
  await requireViewer(`/releases/${id}/checklist`);
  const snapshot = await services().getReleaseSnapshot({ releaseId: id });
  if (snapshot === null) notFound();
  return <ChecklistScreen />;
}
