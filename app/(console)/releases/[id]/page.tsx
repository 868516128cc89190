import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { services } from "@/lib/server/composition";
import { people } from "@/lib/server/people-composition";
import { requireViewer } from "@/lib/server/session";
import { ConsoleScreen } from "./console-screen";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  await requireViewer(`/releases/${id}`);
  const snapshot = await services().getReleaseSnapshot({ releaseId: id });
  return { title: snapshot === null ? "Holdpoint" : snapshot.plan.info.version };
}

/** The console of one release. */
export default async function ReleasePage({ params }: Props) {
  const { id } = await params;
  await requireViewer(`/releases/${id}`);
  const snapshot = await services().getReleaseSnapshot({ releaseId: id });
  if (snapshot === null) notFound();
  const [version, everybody] = await Promise.all([
    services().getPlanVersion(snapshot.planVersionId),
    people().listPeople(),
  ]);
  const active = everybody.filter((one) => !one.disabled).map(({ id: person, name }) => ({ id: person, name }));
  return <ConsoleScreen planId={snapshot.planId} source={version?.source ?? ""} people={active} />;
}
