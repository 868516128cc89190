import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { routeOf } from "./command-route";

/** One way to the server. It rejects, or answers `unavailable`, when the outcome is not known. */
export type Carrier = (key: string, command: PersonCommand) => Promise<CommandAnswer>;
export type Carriers = { action: Carrier; fetch: Carrier; wait: (ms: number) => Promise<void>; now: () => number };

/** After this a stop that lingers as an action is sent by `fetch` as well. */
export const hedgeMs = 500;
/** How long one attempt and all of them together may take. */
export const attemptMs = 6_000;
export const patienceMs = 20_000;
const firstPauseMs = 300;
const longestPauseMs = 3_000;

const isKnown = (answer: CommandAnswer) => answer.outcome !== "unavailable";
const lost: CommandAnswer = { outcome: "unavailable", id: "no-answer" };

/**
 * Sends one act under one key. An answer that got lost is asked for again with the same key, by `fetch` (an action may belong
 * to a page of an older build, and would queue); after 20 s without one the outcome is still open and said to be.
 */
export async function sendCommand(key: string, command: PersonCommand, carriers: Carriers): Promise<CommandAnswer> {
  const startedAt = carriers.now();
  let answer = await firstAttempt(key, command, carriers);
  let pauseMs = firstPauseMs;
  while (!isKnown(answer) && carriers.now() - startedAt + pauseMs < patienceMs) {
    await carriers.wait(pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    answer = await attempt(carriers.fetch(key, command), carriers);
  }
  return answer;
}

function firstAttempt(key: string, command: PersonCommand, carriers: Carriers): Promise<CommandAnswer> {
  switch (routeOf(command)) {
    case "fetch":
      return attempt(carriers.fetch(key, command), carriers);
    case "action":
      return attempt(carriers.action(key, command), carriers);
    case "action-then-fetch":
      return hedged(key, command, carriers);
  }
}

async function attempt(under: Promise<CommandAnswer>, { wait }: Carriers): Promise<CommandAnswer> {
  return Promise.race([under.catch(() => lost), wait(attemptMs).then(() => lost)]);
}

/** The action, and beside it the route as soon as the action is slow or has failed. The first known outcome counts. */
async function hedged(key: string, command: PersonCommand, carriers: Carriers): Promise<CommandAnswer> {
  const action = attempt(carriers.action(key, command), carriers);
  const inTime = await Promise.race([action, carriers.wait(hedgeMs).then(() => null)]);
  if (inTime !== null && isKnown(inTime)) return inTime;
  const route = attempt(carriers.fetch(key, command), carriers);
  const first = await Promise.race(
    [action, route].map((way) => way.then((answer) => (isKnown(answer) ? answer : null))),
  );
  return first ?? [await action, await route].find(isKnown) ?? lost;
}
