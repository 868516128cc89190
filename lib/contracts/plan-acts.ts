import { z } from "zod";
import { NewAcceptance, PLAN_MAX_BYTES } from "./plans";
import { NewRelease } from "./releases";
import { id, instantMs, PLAN_IDS, text } from "./text";

/** What the actions of the pages about plans take. */
const PlanSource = z.string().max(PLAN_MAX_BYTES);

export const PlanDraft = z.object({ source: PlanSource, message: text(500), planId: id.optional() });
export type PlanDraft = z.infer<typeof PlanDraft>;

export const ApprovalWish = z.object({ planVersionId: id, role: PLAN_IDS.role });
export type ApprovalWish = z.infer<typeof ApprovalWish>;

export const ApproverWish = ApprovalWish.extend({ person: id });
export type ApproverWish = z.infer<typeof ApproverWish>;

export const AcceptanceWish = NewAcceptance.extend({ planVersionId: id });
export type AcceptanceWish = z.infer<typeof AcceptanceWish>;

export const ReleaseWish = NewRelease.extend({ startsAt: instantMs.optional() });
export type ReleaseWish = z.infer<typeof ReleaseWish>;
