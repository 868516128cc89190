import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readCorpus } from "@/bench/import/read-corpus";
import { planSchema } from "@/lib/contracts/plan-document";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import { writeExchange } from "./exchange-text";

const serverUrl = "https://holdpoint.example";
/** The schema as somebody else reads it: from its published text, with nothing of what imports are read with. */
const published = z.fromJSONSchema(JSON.parse(JSON.stringify(planSchema(serverUrl))));
const corpus = readCorpus(resolve(import.meta.dirname, "../../.."));

describe("the published schema", () => {
  test.each(corpus)("is met by the export of $name", ({ source }) => {
    const { plan } = compilePlan(source);
    if (plan === null) throw new Error("The document is a plan.");
    const exported: unknown = JSON.parse(writeExchange({ plan, form: "json", serverUrl }).source);
    expect(published.safeParse(exported).error?.issues ?? []).toEqual([]);
  });

  test.each([
    ["another format", { format: "holdpoint-plan/9", plan: { title: "x", language: "en", timeZone: "UTC" } }],
    ["no plan", { format: "holdpoint-plan/1" }],
    ["a word that the format does not have", { format: "holdpoint-plan/1", plan: {}, colour: "red" }],
    [
      "an item that is signed by nobody of its own and says so",
      {
        format: "holdpoint-plan/1",
        plan: {
          ...{ title: "x", language: "en", timeZone: "UTC" },
          sections: [{ id: "section:1", name: "Ready", items: [{ id: "item:1", text: "Backups", owners: [] }] }],
        },
      },
    ],
  ])("is not met by %s", (_, document) => expect(published.safeParse(document).success).toBe(false));
});
