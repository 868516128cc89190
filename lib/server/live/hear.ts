import { OUTPUT_CHANNEL } from "@/lib/contracts/job-output";
import { RELEASE_CHANNEL, readNotification } from "@/lib/contracts/notification";
import { ROUND_CHANNEL } from "@/lib/contracts/round";
import { readPresence, SESSION_CHANNEL } from "./messages";
import type { OutputFeed } from "./output-feed";
import type { Presence } from "./presence";
import type { ReleaseFeed } from "./release-feed";
import type { RoundFeed } from "./round-feed";
import { recheck, socketsOf } from "./sessions";
import type { LiveServer, LiveSocket } from "./socket-server";
import type { LiveAccess } from "./visitor";

type Ears = {
  io: LiveServer;
  access: LiveAccess;
  feed: ReleaseFeed;
  rounds: RoundFeed;
  outputs: OutputFeed;
  presence: Presence;
  /** Something was written: whoever waits for work may look. */
  onAnnouncement: () => void;
};

/** What the database announced, brought to whom it concerns. */
export function hear(
  { io, access, feed, rounds, outputs, presence, onAnnouncement }: Ears,
  channel: string,
  payload: string,
): void {
  if (channel === RELEASE_CHANNEL) {
    const notice = readNotification(payload);
    if (notice !== null) feed.notice(notice);
    onAnnouncement();
  } else if (channel === ROUND_CHANNEL) {
    rounds.hear(payload);
  } else if (channel === OUTPUT_CHANNEL) {
    outputs.hear(payload);
  } else if (channel === SESSION_CHANNEL) {
    const concerned = socketsOf(io).filter((socket) => concerns(socket, payload));
    void recheck(concerned, access, "signed_out");
  } else {
    const notice = readPresence(payload);
    if (notice !== null) presence.hear(notice, performance.now());
  }
}

function concerns({ data }: LiveSocket, payload: string): boolean {
  return payload === "" || data.visitor.kind === "display" || data.visitor.viewer.person === payload;
}
