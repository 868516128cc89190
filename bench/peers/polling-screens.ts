import { z } from "zod";
import { createOutboundHttp } from "@/lib/adapters/outbound-http/outbound-http";
import { prometheusSource } from "@/lib/adapters/prometheus/prometheus-source";
import type { MetricSource, SourceReply } from "@/lib/ports/metric-source";

const Vector = z.object({
  status: z.literal("success"),
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })).length(1) }),
});
const Matrix = z.object({
  status: z.literal("success"),
  data: z.object({
    result: z.array(z.object({ values: z.array(z.tuple([z.number(), z.string()])).min(100) })).length(1),
  }),
});

/** The value of an answer with one; null where it is another. */
export function numberIn(reply: SourceReply): number | null {
  const read = Vector.safeParse(reply.kind === "reply" ? reply.body : null);
  return read.success ? Number(read.data.data.result[0]?.value[1]) : null;
}

export type PollingScreens = {
  /** Every screen asks for every panel's newest value. */
  askValues: () => Promise<void>;
  /** Every screen asks for every panel's chart anew, as dashboards do: half an hour, a point every 15 s. */
  askCharts: () => Promise<void>;
  faults: string[];
  close: () => void;
};

const chartMs = 1_800_000;
const stepS = 15;

/** Screens that ask the source for themselves, each with connections of its own, by the same adapter that our watch asks with. */
export function openPollingScreens(count: number, url: string, queries: readonly string[]): PollingScreens {
  const faults: string[] = [];
  const clients = Array.from({ length: count }, () => {
    const http = createOutboundHttp({ allowed: { loopback: true, privateRanges: false } });
    return { http, source: prometheusSource({ name: "bench", url, credentials: { kind: "none" }, http }) };
  });
  const askAll = async (ask: (source: MetricSource, query: string) => Promise<boolean>) => {
    const answered = clients.flatMap(({ source }) => queries.map((query) => ask(source, query)));
    const wrong = (await Promise.all(answered)).filter((isRight) => !isRight).length;
    if (wrong > 0) faults.push(`${wrong} answers of the source were none`);
  };
  return {
    faults,
    askValues: () => {
      const at = Date.now();
      return askAll(async (source, query) =>
        Number.isFinite(numberIn(await source.query({ query, at })) ?? Number.NaN),
      );
    },
    askCharts: () => {
      const to = Date.now();
      return askAll(async (source, query) => {
        const reply = await source.queryRange({ query, from: to - chartMs, to, stepS });
        return Matrix.safeParse(reply.kind === "reply" ? reply.body : null).success;
      });
    },
    close: () => {
      for (const { http } of clients) http.close();
    },
  };
}
