"use client";

import dynamic from "next/dynamic";
import { standingMatches } from "@/lib/domain/release/playbook-standing";
import { useRelease } from "@/lib/queries/release/use-release";

const Silence = () => null;
// Comes when a scenario has: not in the first picture of a quiet night.
const PlaybookCards = dynamic(() =>
  import("./playbook-cards").then(
    (part) => part.PlaybookCards,
    () => Silence,
  ),
);

/** The cards of the playbooks that are called for. */
export function RisenPlaybooks() {
  const { plan, state } = useRelease();
  return standingMatches(plan, state).length === 0 ? null : <PlaybookCards />;
}
