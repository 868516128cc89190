import { createOutboundHttp } from "@/lib/adapters/outbound-http/outbound-http";
import { prometheusSource } from "@/lib/adapters/prometheus/prometheus-source";
import type { Workload } from "../harness/bench";
import { type Contestant, compete } from "../harness/contest";
import { type Figure, type Report, type Round, ratioOf } from "../harness/figures";
import { type Prometheus, prometheusVersion, startPrometheus } from "../harness/prometheus";
import type { RoundScreens } from "../harness/round-screens";
import { panelQueries } from "../harness/shop-history";
import { openWatchedNight, type WatchedNight } from "../harness/watched-night";
import { numberIn, openPollingScreens, type PollingScreens } from "../peers/polling-screens";

const screens = 50;
/** Ours takes a second a round whatever it costs; a peer's single round is two hundred questions. */
const ourRounds = 2;
const minutesAhead = 20;
const queries = panelQueries();
const [ours, polls, pollsAgain, redraws] = [
  "ours: one watch, pushed",
  "each screen polls",
  "each screen polls, again",
  "each screen polls its charts",
] as const;

const title = `${screens} screens of ${queries.length} metric panels: the source's processor time for one round`;

/** What a round cost the source. Its own count says how often it was asked, too: each question once a round, no matter who looks. */
async function ourRound(prometheus: Prometheus, wall: RoundScreens, faults: string[]): Promise<Round> {
  // From one round on every screen to another: what lies between them is whole rounds.
  await wall.next(1);
  const asked = await prometheus.answered("query");
  const before = await prometheus.cpuMs();
  const timesMs = await wall.next(ourRounds);
  const cpuMs = (await prometheus.cpuMs()) - before;
  const times = (await prometheus.answered("query")) - asked;
  if (times !== ourRounds * queries.length) {
    faults.push(`the source was asked ${times} times in ${ourRounds} rounds of ${queries.length} checks`);
  }
  return { timesMs, cpuMs };
}

async function theirRound(prometheus: Prometheus, ask: () => Promise<void>): Promise<Round> {
  const before = await prometheus.cpuMs();
  const started = performance.now();
  await ask();
  const timesMs = [performance.now() - started];
  return { timesMs, cpuMs: (await prometheus.cpuMs()) - before };
}

/** Every value that the screens were shown, against what the source itself says of that moment. */
async function findFaults({ rounds, faults, missed }: RoundScreens, night: WatchedNight, url: string) {
  const http = createOutboundHttp({ allowed: { loopback: true, privateRanges: false } });
  const source = prometheusSource({ name: "bench", url, credentials: { kind: "none" }, http });
  const found = [...faults];
  if (missed() > 0) found.push(`${missed()} rounds never came to a screen`);
  for (const { readings, evidence } of rounds) {
    for (const query of queries) {
      const shown = readings.find(({ check }) => check === night.checkOf.get(query))?.values[0]?.value ?? null;
      const real = numberIn(await source.query({ query, at: evidence.roundAt }));
      if (real === null || !Number.isFinite(real) || shown !== real) found.push(`shown ${shown} where it was ${real}`);
    }
  }
  http.close();
  return found;
}

type Parts = { prometheus: Prometheus; wall: RoundScreens; peers: PollingScreens; faults: string[] };

function contestantsOf({ prometheus, wall, peers, faults }: Parts): Contestant[] {
  const polling = (name: string, ask: () => Promise<void>) => ({ name, round: () => theirRound(prometheus, ask) });
  return [
    { name: ours, round: () => ourRound(prometheus, wall, faults) },
    polling(polls, peers.askValues),
    polling(redraws, peers.askCharts),
    polling(pollsAgain, peers.askValues),
  ];
}

function notMeasured(): Report {
  const value = { median: Number.NaN, min: Number.NaN, max: Number.NaN };
  const figures = [{ what: `${polls} / ours, the source's processor time`, unit: "×", value }];
  const notes = ["Not measured: prometheus and promtool (Debian: prometheus) are not on this machine."];
  return { id: "B13", title, standings: [], figures, faults: [], notes };
}

export const askOnce: Workload = {
  id: "B13",
  run: async ({ stand, pinning, passes }) => {
    if (prometheusVersion() === null) return notMeasured();
    const prometheus = await startPrometheus(pinning, minutesAhead);
    const night = await openWatchedNight(stand, pinning, { queries, sourceUrl: prometheus.url });
    const wall = await night.openScreens(screens);
    const peers = openPollingScreens(screens, prometheus.url, queries);
    const parts = { prometheus, wall, peers, faults: [] };
    const standings = await compete(contestantsOf(parts), passes);
    const faults = [...parts.faults, ...peers.faults, ...(await findFaults(wall, night, prometheus.url))];
    wall.close();
    peers.close();
    await night.stop();
    await prometheus.stop();
    const against = (peer: string): Figure => ({
      what: `${peer} / ours, the source's processor time`,
      unit: "×",
      value: ratioOf(standings, "processor time", peer, ours),
      must: { is: "at least", bound: 20 },
      moonshot: { is: "at least", bound: 200 },
    });
    return {
      ...{ id: "B13", title, standings, figures: [against(polls), against(redraws)], faults },
      noise: ratioOf(standings, "processor time", pollsAgain, polls),
      notes: [
        `The source is Prometheus ${prometheus.version} over an hour of 290 series, by itself idle; ours asks it for alerts in each round, too.`,
        "Ours goes on beside the peers, which adds less than a hundredth to them. Its times: from asking to the last screen.",
      ],
    };
  },
};
