import { z } from "zod";
import { SamplesQuery, SamplesView } from "@/lib/contracts/samples";
import { SourceWish } from "@/lib/contracts/sources";
import { input, output, type Route } from "./api-route";

const source = z.looseObject({ id: z.string(), name: z.string(), hasSecret: z.boolean() });

const grafana = z.object({
  places: z.array(z.looseObject({ source: z.string(), url: z.string() })),
  checks: z.array(z.object({ check: z.string(), source: z.string(), queries: z.array(z.string()) })),
  companions: z.array(z.looseObject({ source: z.string(), because: z.string().nullable() })),
});

/** Routes about what is measured: where from, and what came of it. */
export const WATCH_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/releases/{id}/samples",
    summary: "What the watch measured, oldest first, thinned evenly where there is much",
    query: SamplesQuery,
    answer: { status: 200, schema: output(SamplesView) },
  },
  {
    method: "get",
    path: "/releases/{id}/grafana",
    summary: "Where Grafana shows the checks of a live release, and how its annotations fare",
    answer: { status: 200, schema: output(grafana) },
  },
  {
    method: "get",
    path: "/sources",
    summary: "Metric sources, the default one first; never their secrets",
    answer: { status: 200, schema: output(z.object({ sources: z.array(source) })) },
  },
  {
    method: "post",
    path: "/sources",
    summary: "Define a metric source, or change the one whose id is given",
    body: { schema: input(SourceWish) },
    answer: { status: 201, schema: output(z.object({ sourceId: z.string() })) },
  },
  { method: "delete", path: "/sources/{id}", summary: "Remove a metric source", answer: { status: 204 } },
  { method: "post", path: "/sources/{id}/default", summary: "Ask this source by default", answer: { status: 204 } },
  {
    method: "post",
    path: "/sources/{id}/test",
    summary: "Try a metric source",
    answer: { status: 200, schema: output(z.looseObject({ outcome: z.string() })) },
  },
];
