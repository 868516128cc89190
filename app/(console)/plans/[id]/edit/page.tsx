import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditScreen } from "@/components/plan/edit/edit-screen";
import { requireViewer } from "@/lib/server/session";
import { loadPlan, onlyOne } from "../load-plan";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plans.edit");
  return { title: t("title") };
}

type Query = { version?: string | string[]; copy?: string | string[] };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** A version as forms; what is saved is the next version, or with `copy` a plan of its own. */
export default async function EditPlanPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(`/plans/${id}/edit`);
  if (viewer.permissions.length === 0) redirect(`/plans/${id}`);
  const { version } = await loadPlan(id, onlyOne(query.version));
  const planId = onlyOne(query.copy) === undefined ? id : null;
  return <EditScreen plan={version.plan} planId={planId} number={version.number} />;
}
