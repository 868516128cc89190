import type { ChainedEvent } from "@/lib/domain/release/events";
import type { MetricSource, MetricSources } from "@/lib/ports/metric-source";
import { openShop, type Shop } from "@/lib/rehearsal/shop/simulated-source";

type Parts = {
  /** The sources that administrators defined. */
  defined: () => Promise<MetricSource[]>;
  listEvents: (ask: { releaseId: string; after: number; limit: number }) => Promise<ChainedEvent[]>;
};

type Rehearsed = { shop: Shop; seq: number; askedAt: number };

const pageSize = 1_000;
/** A shop that nobody has asked for so long is closed; opened again it is as it was, but has to count anew from its beginning. */
const keptMs = 600_000;

/** A live release is watched at the sources that were defined, a rehearsal at a simulated shop of its own: nothing leaves the machine. */
export function releaseSources({ defined, listEvents }: Parts): MetricSources {
  const shops = new Map<string, Rehearsed>();

  async function shopOf({ releaseId, plan, clock }: Parameters<MetricSources["of"]>[0]): Promise<MetricSource> {
    const own = shops.get(releaseId) ?? { shop: openShop(releaseId, plan, clock), seq: 0, askedAt: 0 };
    own.askedAt = performance.now();
    shops.set(releaseId, own);
    for (let isMore = true; isMore; ) {
      const events = await listEvents({ releaseId, after: own.seq, limit: pageSize });
      own.shop.hear(events, clock);
      own.seq = events.at(-1)?.seq ?? own.seq;
      isMore = events.length === pageSize;
    }
    for (const [other, { askedAt }] of shops) if (performance.now() - askedAt > keptMs) shops.delete(other);
    return own.shop.source;
  }

  return {
    of: async (release) => (release.clock.mode === "live" ? defined() : [await shopOf(release)]),
  };
}
