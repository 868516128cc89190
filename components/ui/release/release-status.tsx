"use client";

import { useRelease } from "@/lib/queries/release/use-release";
import { StatusMark } from "../status-mark";

/** The state of the release that the page shows. */
export function ReleaseStatusMark() {
  const { state } = useRelease();
  return <StatusMark status={state.status} />;
}
