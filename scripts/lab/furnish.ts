import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { PLAN_FORMAT } from "@/lib/contracts/plan-document";
import type { Plan } from "@/lib/domain/plan/plan";
import { root } from "../build/bundle.mjs";
import { HoldpointClient } from "./holdpoint-client";
import { type LabPace, labPlan } from "./lab-plan";
import { invitePeople, type LabPerson } from "./people";

export type Furnished = {
  admin: HoldpointClient;
  people: LabPerson[];
  /** For runners of live releases of the lab. */
  runnerToken: (name: string) => Promise<string>;
  /** A live release of the sample plan, its checklist signed, to be started. */
  openRelease: (pace: LabPace) => Promise<{ releaseId: string; plan: Plan }>;
};

type Wish = {
  address: string;
  administrator: { username: string; password: string };
  password: string;
  prometheus: string;
  versions: { green: string; blue: string };
};

const SAMPLE = ["scm-v1.0.0-mvp.zh-CN.md", "scm-v1.0.0-mvp.checks.zh-CN.md"];
const AHEAD_MS = 60_000;

const Read = z.object({ plan: z.custom<Plan>((value) => typeof value === "object" && value !== null) });
const Saved = Read.extend({ planVersionId: z.string() });
const Created = z.object({ releaseId: z.string() });
const Token = z.object({ token: z.string() });
const Source = z.object({ sourceId: z.string() });

async function readSample(admin: HoldpointClient): Promise<Plan> {
  const texts = await Promise.all(SAMPLE.map((name) => readFile(resolve(root, "prisma/sample", name), "utf8")));
  const markdown = { "content-type": "text/markdown" };
  return Read.parse(await admin.post("/api/v1/plans/import?dryRun=true", texts.join(""), markdown)).plan;
}

/** An administrator, people, a source, the plan: what stands in Holdpoint before the night. */
export async function furnish(wish: Wish): Promise<Furnished> {
  const { address, administrator, password, prometheus, versions } = wish;
  const admin = new HoldpointClient(address);
  await admin.signIn(administrator.username, administrator.password);
  const people = await invitePeople(admin, password);
  const source = { name: "lab-prometheus", kind: "prometheus", url: prometheus };
  const { sourceId } = Source.parse(await admin.post("/api/v1/sources", source));
  await admin.post(`/api/v1/sources/${sourceId}/default`, {});
  const sample = await readSample(admin);
  return {
    admin,
    people,
    runnerToken: async (name) => {
      const asked = { name, mode: "live", environment: "lab", labels: ["lab"] };
      return Token.parse(await admin.post("/api/v1/runners", asked)).token;
    },
    openRelease: async (pace) => openRelease(people, labPlan(sample, versions, pace)),
  };
}

async function openRelease(people: readonly LabPerson[], own: Plan): Promise<{ releaseId: string; plan: Plan }> {
  const manager = people[0]?.client;
  if (manager === undefined) throw new Error("The roster is empty.");
  const body = { format: PLAN_FORMAT, plan: own };
  const { planVersionId, plan } = Saved.parse(await manager.post("/api/v1/plans/import", body));
  const roles = people.map(({ role, id, name }) => ({ role, person: { id, name } }));
  const { releaseId } = Created.parse(
    await manager.post("/api/v1/releases", {
      ...{ planVersionId, mode: "live", startsAt: Date.now() + AHEAD_MS, roles },
      override: "实验环境 / a lab",
    }),
  );
  for (const item of plan.sections.flatMap((section) => section.items)) {
    await manager.give(releaseId, { type: "item.sign", item: item.id, onBehalf: true });
  }
  return { releaseId, plan };
}
