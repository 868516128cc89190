import type { Round } from "@/lib/contracts/round";
import type { Plan } from "@/lib/domain/plan/plan";
import { POLICY } from "@/lib/domain/policy/policy";
import { callOf } from "@/lib/domain/release/call";
import type { SystemCommand } from "@/lib/domain/release/commands";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { ReleaseState } from "@/lib/domain/release/state";
import { failureIsOwed } from "@/lib/domain/release/watch-consequences";
import type { Alert } from "@/lib/ports/metric-source";

/** A sentence in the plan's own language, for logs and reports that know no other. */
export type SayIn = (language: "zh" | "en", phrase: Phrase) => string;

type Seen = { plan?: Plan; state: ReleaseState; round: Round };

/** A check that has said nothing yet is no news, nor is one without data before there was any traffic. */
function checkReports({ plan, state, round }: Seen, say: (phrase: Phrase) => string): SystemCommand[] {
  return round.readings.flatMap(({ check, verdict, says, asked }): SystemCommand[] => {
    const known = state.checks[check]?.verdict;
    const isSilent = verdict === "inconclusive" || (verdict === "no_data" && state.traffic.wanted === 0);
    const isOwed =
      plan !== undefined && verdict === "failed" && failureIsOwed({ plan, state, check, now: round.evidence.roundAt });
    if (!asked || (known === verdict && !isOwed) || (known === undefined && isSilent)) return [];
    return [{ type: "check.report", check, verdict, sentence: say(says), says }];
  });
}

/**
 * A query that errs while its source answers others: nobody sees what it should see, and nobody else would say so. Of a source that
 * is lost in this very round its own call speaks, once; what was not asked since it came back is no news either.
 */
function blindCheckReports({ state, round }: Seen): SystemCommand[] {
  if (state.blind !== null || round.sources.some(({ seen }) => !seen)) return [];
  return round.readings.flatMap(({ check, blind, asked }): SystemCommand[] => {
    if (!asked) return [];
    const about = { kind: "check" as const, check };
    const isNews =
      blind === true && state.checks[check]?.verdict === "errored" && state.calls[callOf(about)] === undefined;
    return isNews && POLICY["rollback.start"].statuses.includes(state.status) ? [{ type: "call.raise", about }] : [];
  });
}

/** One false round may be a hiccup. */
const FALSE_ROUNDS = 2;

/** Signatures that what is measured belies. */
function probeReports({ state, round }: Seen, say: (phrase: Phrase) => string): SystemCommand[] {
  return (round.evidence.probes ?? []).flatMap(({ item, says, falseRounds }): SystemCommand[] =>
    falseRounds >= FALSE_ROUNDS && state.items[item]?.status === "signed"
      ? [{ type: "item.expire", item, reason: say(says), says }]
      : [],
  );
}

/** One lost source is enough to be blind; sight is regained with that very source. */
function sourceReports({ state, round }: Seen): SystemCommand[] {
  const lost = round.sources.find(({ seen }) => !seen);
  if (state.blind === null)
    return lost === undefined ? [] : [{ type: "source.report", source: lost.source, seen: false }];
  const { source } = state.blind;
  const isGone = round.sources.every((one) => one.source !== source);
  const isBack = round.sources.some((one) => one.source === source && one.seen);
  return isGone || isBack ? [{ type: "source.report", source, seen: true }] : [];
}

/** Before there was any traffic to look for, its share is no news. */
function trafficReports({ state, round }: Seen): SystemCommand[] {
  const { band, observedShare, wantedShare } = round.evidence;
  const { wanted, inBand } = state.traffic;
  const moved = wanted > 0 || state.rollback.started !== null;
  if (!moved || wanted !== wantedShare || observedShare === null || (band !== "in" && band !== "out")) return [];
  if (inBand === (band === "in")) return [];
  return [{ type: "traffic.report", wanted, observed: observedShare, inBand: band === "in" }];
}

/** More alerts than this are a storm: their number is said by the first ones. */
const mostAlerts = 50;

/** Alerts that began, were silenced or went since the last time; null = nobody could say. */
export function alertReports(state: ReleaseState, alerts: (Alert & { source: string })[] | null): SystemCommand[] {
  if (alerts === null) return [];
  const all = alerts.map((alert) => ({ ...alert, id: `${alert.source}:${alert.id}` }));
  const standing = new Set(all.map(({ id }) => id));
  // Those that are known already come first: a storm must not tell the same ones again and again.
  const isKnown = ({ id }: { id: string }) => Number(state.alerts[id] !== undefined);
  const shown = all.toSorted((a, b) => isKnown(b) - isKnown(a)).slice(0, mostAlerts);
  const news = shown.flatMap(({ id, name, summary, source, silenced }): SystemCommand[] => {
    const status = silenced ? "silenced" : "firing";
    return state.alerts[id]?.status === status
      ? []
      : [{ type: "alert.report", alert: id, name, summary, source, status }];
  });
  const over = Object.entries(state.alerts).flatMap(([id, { name, summary, source }]): SystemCommand[] =>
    standing.has(id) ? [] : [{ type: "alert.report", alert: id, name, summary, source, status: "cleared" }],
  );
  return [...news, ...over];
}

/**
 * Everything in a round that is news, the worst first: a failed check must not wait behind a cleared alert. A source that is lost
 * comes before its checks: blind, nothing acts by itself.
 */
export function roundReports(seen: Seen, say: (phrase: Phrase) => string): SystemCommand[] {
  const checks = checkReports(seen, say);
  const isFailed = (command: SystemCommand) => command.type === "check.report" && command.verdict === "failed";
  return [
    ...sourceReports(seen),
    ...checks.filter(isFailed),
    ...probeReports(seen, say),
    ...trafficReports(seen),
    ...blindCheckReports(seen),
    ...checks.filter((command) => !isFailed(command)),
  ];
}
