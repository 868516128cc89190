"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";
import { ReleasePalette } from "@/components/console/release-palette";
import { ActingRole } from "@/components/ui/release/acting-role";
import { Afterthoughts } from "@/components/ui/release/afterthought";
import type { ReleaseSnapshot, Viewer } from "@/lib/contracts/live";
import { LiveRelease } from "@/lib/queries/release/live-release";

type Props = { snapshot: ReleaseSnapshot; viewer: Viewer; children: ReactNode };

/** One release as it happens, with who acts on it and what was asked for afterwards. */
export function ReleaseRoom({ snapshot, viewer, children }: Props) {
  const segment = useSelectedLayoutSegment();
  const screen = segment === "checklist" || segment === "report" ? segment : "console";
  return (
    <LiveRelease snapshot={snapshot} viewer={viewer} screen={screen}>
      <ActingRole>
        <Afterthoughts>
          <ReleasePalette />
          <div data-mode={snapshot.state.clock.mode} className="flex min-h-0 flex-1 flex-col">
            {children}
          </div>
        </Afterthoughts>
      </ActingRole>
    </LiveRelease>
  );
}
