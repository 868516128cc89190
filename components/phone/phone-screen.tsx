"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AfterthoughtBar } from "@/components/ui/release/afterthought";
import { Calls } from "@/components/ui/release/calls";
import { EventLine } from "@/components/ui/release/event-line";
import { LinkBanner } from "@/components/ui/release/link-banner";
import { StopActs } from "@/components/ui/release/stop-acts";
import { OutputPanel } from "@/components/ui/runner/later-runner";
import { useOutputPlace } from "@/components/ui/runner/output-place";
import { roleName } from "@/lib/domain/release/describe";
import { rolesHeldBy, type Waiting, waitingFor } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";
import { PhoneFigure } from "./phone-figure";
import { PhoneHeader } from "./phone-header";
import { WaitingCard } from "./waiting-card";

const ITEMS_SHOWN = 3;
const EVENTS_SHOWN = 6;

/** On a phone three things: what is happening, what waits for me, and stopping. `playbooks`: the cards of those that are called for. */
export function PhoneScreen({ playbooks }: { playbooks: ReactNode }) {
  const { job } = useOutputPlace();
  return (
    <div className="flex min-h-0 flex-1 flex-col text-base">
      <LinkBanner />
      <Calls />
      <PhoneHeader />
      {job === null ? (
        <div className="min-h-0 flex-1 overflow-y-auto px-4.5 py-4">
          {/* They scroll with the rest: two of them would leave no room for what is happening. */}
          <div className="-mx-4.5 -mt-4 not-empty:mb-4">{playbooks}</div>
          <PhoneFigure />
          <WaitingForMe />
          <JustNow />
        </div>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col px-4.5 py-3">
          <OutputPanel job={job} />
        </div>
      )}
      <AfterthoughtBar />
      <footer className="border-line-strong border-t bg-panel px-4.5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <StopActs narrow="thumb" />
      </footer>
    </div>
  );
}

function WaitingForMe() {
  const t = useTranslations("console.phone");
  const { plan, state, viewer, releaseId } = useRelease();
  const held = viewer === null ? [] : [...rolesHeldBy(plan, state, viewer.person).keys()];
  const all = waitingFor(plan, state, viewer?.person ?? null);
  const items = all.filter((one) => one.kind === "item");
  const shown: Waiting[] = [...all.filter((one) => one.kind !== "item"), ...items.slice(0, ITEMS_SHOWN)];
  const mine = held.map((role) => roleName(plan, role)).join(" · ");
  return (
    <section aria-label={t("mine")} className="pt-5">
      <h2 className="pb-1 text-ink-3 text-sm">
        {mine === "" ? t("mine") : t("mineAs", { name: viewer?.name ?? "", roles: mine })}
      </h2>
      {shown.length === 0 ? <p className="py-2 text-ink-2">{held.length === 0 ? t("noRole") : t("nothing")}</p> : null}
      <ul>
        {shown.map((waiting) => (
          <WaitingCard key={`${waiting.kind}:${waiting.id}:${waiting.role}`} waiting={waiting} />
        ))}
      </ul>
      <Link
        href={`/releases/${releaseId}/checklist`}
        className="target flex items-center justify-between text-standby underline-offset-2 hover:underline"
      >
        {items.length > ITEMS_SHOWN ? t("moreItems", { count: items.length - ITEMS_SHOWN }) : t("checklist")}
        <span aria-hidden>→</span>
      </Link>
    </section>
  );
}

function JustNow() {
  const t = useTranslations("console.phone");
  const { events } = useRelease();
  return (
    <section aria-label={t("justNow")} className="pt-4 pb-2">
      <h2 className="pb-1 text-ink-3 text-sm">{t("justNow")}</h2>
      <ol className="text-ink-2">
        {events
          .slice(-EVENTS_SHOWN)
          .reverse()
          .map((event) => (
            <li key={event.seq} className="flex gap-2.5 py-0.5">
              <EventLine event={event} />
            </li>
          ))}
      </ol>
    </section>
  );
}
