import type { Plan } from "@/lib/domain/plan/plan";
import type {
  AcceptedFinding,
  EarlierAcceptance,
  PlanApproval,
  PlanApprover,
  PlanDetails,
  PlanSummary,
  PlanVersionDetails,
  PlanVersionSummary,
} from "@/lib/ports/plan-store";
import { Prisma, type PrismaClient } from "./generated/client";
import { upgradePlan } from "./plan-rows/upgrade-plan";

/** One version without its text; times as float8 milliseconds. */
const versionJson = Prisma.sql`jsonb_build_object(
  'planVersionId', version.id, 'number', version.number, 'version', version."infoVersion", 'title', version.title,
  'hash', version.hash, 'message', version.message, 'createdBy', version."createdByName",
  'createdAt', floor(extract(epoch FROM version."createdAt") * 1000))`;

const approversJson = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'role', approver.role, 'person', jsonb_build_object('id', person.id, 'name', person.name),
    'assignedBy', approver."assignedBy") ORDER BY approver.role), '[]'::jsonb)
  FROM plan_approver approver JOIN "user" person ON person.id = approver."userId" WHERE approver."planId" = plan.id)`;

export function listPlans(client: PrismaClient): Promise<PlanSummary[]> {
  return client.$queryRaw<PlanSummary[]>`SELECT plan.id AS "planId", plan.title,
      floor(extract(epoch FROM plan."createdAt") * 1000)::float8 AS "createdAt",
      ${versionJson} AS latest, version.number AS versions
    FROM plan JOIN plan_version version ON version."planId" = plan.id
    WHERE version.number = (SELECT max(newest.number) FROM plan_version newest WHERE newest."planId" = plan.id)
    ORDER BY version."createdAt" DESC`;
}

export async function findDetails(client: PrismaClient, planId: string): Promise<PlanDetails | null> {
  const rows = await client.$queryRaw<PlanDetails[]>`SELECT plan.id AS "planId", plan.title,
      floor(extract(epoch FROM plan."createdAt") * 1000)::float8 AS "createdAt",
      (SELECT jsonb_agg(${versionJson} ORDER BY version.number DESC) FROM plan_version version
       WHERE version."planId" = plan.id) AS versions,
      ${approversJson} AS approvers
    FROM plan WHERE plan.id = ${planId}`;
  return rows[0] ?? null;
}

type VersionRow = {
  planId: string;
  plan: Plan;
  source: string;
  summary: PlanVersionSummary;
  approvals: PlanApproval[];
  approvers: PlanApprover[];
  accepted: AcceptedFinding[];
  acceptedEarlier: EarlierAcceptance[];
};

const acceptedJson = Prisma.sql`jsonb_build_object('findingKey', kept."findingKey", 'rule', kept.rule,
  'reason', kept.reason, 'person', jsonb_build_object('id', kept."userId", 'name', kept.name),
  'at', floor(extract(epoch FROM kept.at) * 1000))`;

const acceptancesJson = Prisma.sql`
  (SELECT coalesce(jsonb_agg(${acceptedJson} ORDER BY kept.at), '[]'::jsonb)
   FROM accepted_finding kept WHERE kept."planVersionId" = version.id) AS accepted,
  (SELECT coalesce(jsonb_agg(latest.word), '[]'::jsonb)
   FROM (SELECT DISTINCT ON (kept."findingKey")
           ${acceptedJson} || jsonb_build_object('number', earlier.number) AS word
         FROM accepted_finding kept JOIN plan_version earlier ON earlier.id = kept."planVersionId"
         WHERE earlier."planId" = version."planId" AND earlier.number < version.number
         ORDER BY kept."findingKey", earlier.number DESC) latest) AS "acceptedEarlier"`;

export async function findVersion(client: PrismaClient, planVersionId: string): Promise<PlanVersionDetails | null> {
  const rows = await client.$queryRaw<VersionRow[]>`SELECT plan.id AS "planId", version.content AS plan, version.source,
      ${versionJson} AS summary, ${approversJson} AS approvers, ${acceptancesJson},
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'role', approval.role, 'person', jsonb_build_object('id', approval."userId", 'name', approval.name),
          'assignedBy', approval."assignedBy", 'at', floor(extract(epoch FROM approval.at) * 1000)) ORDER BY approval.at),
          '[]'::jsonb)
       FROM plan_approval approval WHERE approval."planVersionId" = version.id) AS approvals
    FROM plan_version version JOIN plan ON plan.id = version."planId" WHERE version.id = ${planVersionId}`;
  const row = rows[0];
  if (row === undefined) return null;
  const { summary, plan, ...rest } = row;
  return { ...summary, ...rest, plan: upgradePlan(plan) };
}
