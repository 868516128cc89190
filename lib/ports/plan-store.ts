import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PersonId } from "@/lib/domain/release/actor";
import type { Person } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { Lane } from "./release-store";

export type StoredPlan = { planId: string; planVersionId: string; plan: Plan; hash: string };

export type PlanVersionSummary = {
  planVersionId: string;
  number: number;
  version: string;
  title: string;
  hash: string;
  message: string | null;
  createdBy: string;
  createdAt: Instant;
};

export type PlanSummary = {
  planId: string;
  title: string;
  createdAt: Instant;
  latest: PlanVersionSummary;
  versions: number;
};
export type PlanApprover = { role: RoleId; person: Person; assignedBy: PersonId };
export type PlanApproval = { role: RoleId; person: Person; assignedBy: PersonId; at: Instant };
/** A finding that somebody lives with, in one version, and why. */
export type AcceptedFinding = { findingKey: string; rule: string; reason: string; person: Person; at: Instant };
/** The same finding as it was accepted in an earlier version: a hint for whoever decides about it anew. */
export type EarlierAcceptance = AcceptedFinding & { number: number };
export type PlanDetails = {
  planId: string;
  title: string;
  createdAt: Instant;
  /** The newest first. */
  versions: PlanVersionSummary[];
  approvers: PlanApprover[];
};
export type PlanVersionDetails = PlanVersionSummary & {
  planId: string;
  plan: Plan;
  source: string;
  approvals: PlanApproval[];
  approvers: PlanApprover[];
  accepted: AcceptedFinding[];
  /** Of the versions before this one, the latest word about each finding. */
  acceptedEarlier: EarlierAcceptance[];
};

export type NewVersion = {
  /** Null = the first version of a new plan. */
  planId: string | null;
  plan: Plan;
  hash: string;
  source: string;
  message: string | null;
  author: Person;
};

export interface PlanStore {
  /** Versions never change, so an answer from memory is as good as one from the table. */
  findPlan(planVersionId: string, lane?: Lane): Promise<StoredPlan | null>;
  /** The plan as it was saved, byte for byte what its hash is of; `findPlan` may have filled in what came later. */
  readContent(planVersionId: string): Promise<unknown>;
  /** The plan as its rows say it, for comparing with `readContent`. */
  readRows(planVersionId: string): Promise<unknown>;
  save(version: NewVersion): Promise<{ planId: string; planVersionId: string } | null>;
  list(): Promise<PlanSummary[]>;
  findDetails(planId: string): Promise<PlanDetails | null>;
  findVersion(planVersionId: string): Promise<PlanVersionDetails | null>;
  setApprover(approver: { planId: string; role: RoleId; person: PersonId; assignedBy: PersonId }): Promise<void>;
  /** False when this role has approved this version before. */
  approve(approval: { planVersionId: string; role: RoleId; person: Person; assignedBy: PersonId }): Promise<boolean>;
  /** False when this finding has been accepted in this version before. */
  acceptFinding(finding: { planVersionId: string } & Omit<AcceptedFinding, "at">): Promise<boolean>;
}
