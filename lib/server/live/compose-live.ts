import type { Server } from "node:http";
import type { Engine } from "@/lib/engine/start-engine";
import { services } from "../composition";
import { environment } from "../environment";
import { log } from "../log";
import { runners } from "../runner-composition";
import { displayLinkFor, viewerFromCookies } from "../viewer";
import { type Live, startLive } from "./start-live";

function whole(name: string): number | undefined {
  const value = Number(process.env[name] ?? "");
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

/** The live channel of this process, over its own composition. */
export function composeLive(httpServer: Server, engine: Engine): Live {
  const { publicUrl, databaseUrl } = environment();
  const { listEvents, hearCommits, findRound, now } = services();
  const maxSocketsEach = whole("HOLDPOINT_MAX_SCREENS_EACH");
  return startLive({
    httpServer,
    publicOrigin: publicUrl,
    databaseUrl,
    // Looking on is no act: it does not keep a session alive.
    access: { viewerFromCookies: (cookie) => viewerFromCookies(cookie, { touch: false }), displayLinkFor },
    listEvents,
    hearCommits,
    readRound: findRound,
    readOutputNews: runners().readOutputNews,
    readClock: now,
    onAnnouncement: engine.wake,
    log,
    fanOut: process.env["HOLDPOINT_FANOUT"] === "stock" ? "stock" : "straight",
    ...(maxSocketsEach === undefined ? {} : { maxSocketsEach }),
  });
}
