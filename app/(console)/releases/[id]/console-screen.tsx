"use client";

import dynamic from "next/dynamic";
import { Announcer } from "@/components/console/announcer";
import { PhoneScreen } from "@/components/phone/phone-screen";
import { RisenPlaybooks } from "@/components/playbook/risen-playbooks";
import { OutputPlaces } from "@/components/ui/runner/output-place";
import type { Person } from "@/lib/domain/release/state";
import { DeskScreen } from "./desk-screen";
import { useScreenKind } from "./use-screen-kind";

const Silence = () => null;
// Sounds for those who want them come after the page; without them it does all else.
const EarconTwin = dynamic(
  () =>
    import("@/components/console/earcon-twin").then(
      (part) => part.EarconTwin,
      () => Silence,
    ),
  { ssr: false },
);

type Props = { planId: string; source: string; people: Person[] };

/**
 * The same address on a desk and on a phone. Styles decide which of the two is seen, so that nothing jumps when the page wakes
 * up; once the width is known, only the one that is seen is kept.
 */
export function ConsoleScreen(props: Props) {
  const kind = useScreenKind();
  return (
    <OutputPlaces>
      <div className="relative flex min-h-0 shrink grow basis-[0px] flex-col overflow-hidden">
        <Announcer />
        <EarconTwin />
        {kind === "phone" ? null : (
          <div className="flex min-h-0 flex-1 flex-col max-lg:hidden">
            <DeskScreen {...props} />
          </div>
        )}
        {kind === "desk" ? null : (
          <div className="flex min-h-0 flex-1 flex-col lg:hidden">
            <PhoneScreen playbooks={<RisenPlaybooks />} />
          </div>
        )}
      </div>
    </OutputPlaces>
  );
}
