import { z } from "zod";
import { OUTPUT_CHANNEL } from "@/lib/contracts/job-output";
import { MAX_NOTIFICATION_BYTES, RELEASE_CHANNEL } from "@/lib/contracts/notification";
import { ROUND_CHANNEL } from "@/lib/contracts/round";
import type { PresenceNotice } from "./presence";

/** What a screen may say over the socket besides asking for the time. */
export const JoinMessage = z.object({
  releaseId: z.string().min(1).max(100),
  seq: z.number().int().min(0),
  screen: z.enum(["console", "checklist", "wall", "report"]),
});

/** A session or a display link was ended; the payload is the person's id, or empty for "look at everybody". */
export const SESSION_CHANNEL = "holdpoint_session";
export const PRESENCE_CHANNEL = "holdpoint_presence";
export const LIVE_CHANNELS = [
  RELEASE_CHANNEL,
  ROUND_CHANNEL,
  OUTPUT_CHANNEL,
  SESSION_CHANNEL,
  PRESENCE_CHANNEL,
] as const;

const Presence = z.object({
  instance: z.string(),
  releaseId: z.string(),
  watchers: z.array(z.object({ person: z.string().nullable(), name: z.string(), screen: JoinMessage.shape.screen })),
});

/** One line for NOTIFY. Of a crowd that does not fit the first are named: a payload that is too long costs the connection that listens. */
export function writePresence(notice: PresenceNotice): string {
  let { watchers } = notice;
  for (;;) {
    const line = JSON.stringify({ ...notice, watchers });
    if (watchers.length === 0 || Buffer.byteLength(line) <= MAX_NOTIFICATION_BYTES) return line;
    watchers = watchers.slice(0, Math.floor(watchers.length * 0.9));
  }
}

/** Reads what another instance said about who is watching; null when it is not understood. */
export function readPresence(payload: string): PresenceNotice | null {
  try {
    return Presence.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
