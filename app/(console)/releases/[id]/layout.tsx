import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { services } from "@/lib/server/composition";
import { runners } from "@/lib/server/runner-composition";
import { requireViewer } from "@/lib/server/session";
import { ReleaseRoom } from "./release-room";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

/** Everything about one release shares one live link; which page shows it is told to the others who look. */
export default async function ReleaseLayout({ children, params }: Props) {
  const { id } = await params;
  const viewer = await requireViewer(`/releases/${id}`);
  const snapshot = await services().getReleaseSnapshot({ releaseId: id });
  if (snapshot === null) notFound();
  const outputs = await runners().readRunningOutputs(snapshot.state);
  return (
    <ReleaseRoom key={id} snapshot={{ ...snapshot, outputs }} viewer={viewer}>
      {children}
    </ReleaseRoom>
  );
}
