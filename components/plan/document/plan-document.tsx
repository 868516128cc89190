import type { Plan } from "@/lib/domain/plan/plan";
import { CriteriaPart, PeoplePart, ReviewPart, WindowsPart } from "./afterwards-parts";
import { BindingsPart } from "./bindings-part";
import { ChecklistPart } from "./checklist-part";
import { DocumentPart, GoalsPart, InfoPart } from "./overview-parts";
import { FollowupsPart, PlaybooksPart, RollbackPart, TriggersPart } from "./rollback-parts";
import { StepsPart } from "./steps-part";
import { BlueGreenPart, CanaryPart } from "./strategy-parts";
import { TimelinePart } from "./timeline-part";

/** The whole plan as it was understood, part by part, in the order of a plan. */
export function PlanDocument({ plan }: { plan: Plan }) {
  return (
    <div className="@container">
      <InfoPart plan={plan} />
      <GoalsPart plan={plan} />
      <CanaryPart plan={plan} />
      <BlueGreenPart plan={plan} />
      <ChecklistPart plan={plan} />
      <TimelinePart plan={plan} />
      <StepsPart plan={plan} />
      <TriggersPart plan={plan} />
      <RollbackPart plan={plan} />
      <FollowupsPart plan={plan} />
      <PlaybooksPart plan={plan} />
      <BindingsPart plan={plan} />
      <WindowsPart plan={plan} />
      <CriteriaPart plan={plan} />
      <ReviewPart plan={plan} />
      <PeoplePart plan={plan} />
      <DocumentPart plan={plan} />
    </div>
  );
}
