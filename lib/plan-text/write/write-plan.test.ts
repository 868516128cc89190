import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "../read-plan";
import { withoutLines } from "../settings/compare-values";
import { writePlan } from "./write-plan";

const corpus = resolve(import.meta.dirname, "../corpus");
const documents = [
  resolve(import.meta.dirname, "../../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"),
  resolve(import.meta.dirname, "../fixtures/english-plan.md"),
  ...(existsSync(corpus) ? readdirSync(corpus) : [])
    .filter((name) => name.endsWith(".md"))
    .map((name) => resolve(corpus, name)),
];

function read(source: string): Plan {
  const { plan } = readPlan(source);
  if (plan === null) throw new Error("The document is no plan.");
  return plan;
}

/** Whether each of them is understood is for the corpus's own test; here it is about those that are. */
const plans = documents.flatMap((file) => {
  const { plan } = readPlan(readFileSync(file, "utf8"));
  return plan === null ? [] : [{ name: file.split("/").at(-1), plan }];
});

describe.each(plans)("$name", ({ plan }) => {
  const text = writePlan(plan);

  test(
    "is the same plan after it was written and read",
    () => expect(withoutLines(read(text))).toEqual(withoutLines(plan)),
    60_000,
  );
  test("is written the same way again", () => expect(writePlan(read(text))).toBe(text), 60_000);
});
