import type { BlueGreen } from "@/lib/domain/plan/blue-green";
import type * as P from "@/lib/domain/plan/plan";
import { STAGE_KINDS } from "@/lib/domain/plan/plan";
import type { AgendaItem, Review } from "@/lib/domain/plan/review";
import { isGate } from "./gate-shape";
import {
  between,
  either,
  filledListOf,
  type Guard,
  idOf,
  isFilled,
  isFlag,
  isText,
  isTextByName,
  listOf,
  oneOf,
  orNull,
  record,
  whole,
} from "./guards";
import { isMatcher } from "./matcher-shape";
import { isMeasure } from "./measure-shape";

const lines = record<P.Lines>({ from: whole(0), to: whole(0) });
const texts = listOf(record<P.Text>({ text: isText, lines }));
const labelled = listOf(record<P.LabelledText>({ label: isText, text: isText, lines }));
const block = record<P.CodeBlock>({ language: isText, text: isText, lines });
const roles = listOf(idOf("role"));
const localTime: Guard<string> = (value): value is string =>
  isText(value) && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
const share = between(0, 100);
/** Up to some two hundred years either way. */
const minute = between(-100_000_000, 100_000_000);
const minutes = orNull(minute);

/** A zone that this machine's clocks know. */
const zone: Guard<string> = (value): value is string => {
  if (!isText(value) || value === "") return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
};

const info = record<P.ReleaseInfo>({
  version: isText,
  window: orNull(record({ start: localTime, end: localTime })),
  windowMin: minutes,
  type: orNull(isText),
  scope: orNull(isText),
  rollbackable: orNull(record({ possible: isFlag, withinMin: minutes })),
  downtime: orNull(record({ text: isText, minutes })),
  rows: labelled,
  lines,
});
const canaryStage = record<P.CanaryStage>({
  order: whole(0),
  name: isText,
  share,
  soakMin: minutes,
  pods: record({ new: minutes, old: minutes }),
  newVersion: orNull(isText),
  oldVersion: orNull(isText),
  watch: texts,
  decisions: texts,
  diagram: orNull(block),
  lines,
});
const blueGreen = record<BlueGreen>({
  before: orNull(block),
  switch: orNull(block),
  rollback: orNull(block),
  rollbackWithinMin: minutes,
  lines,
});
const item = record<Omit<P.ChecklistItem, "owners">>({ id: idOf("item"), text: isText, required: isFlag, lines });
const ownedItem = record<Required<P.ChecklistItem>>({
  id: idOf("item"),
  text: isText,
  owners: filledListOf(idOf("role")),
  required: isFlag,
  lines,
});
const section = record<P.ChecklistSection>({
  id: idOf("section"),
  number: orNull(isText),
  name: isText,
  owners: roles,
  ownersProposed: isFlag,
  items: listOf(either(item, ownedItem)),
  lines,
});
const stage = record<P.Stage>({
  id: idOf("stage"),
  order: whole(0),
  label: isText,
  name: isText,
  kind: oneOf(STAGE_KINDS),
  owners: roles,
  startMin: minute,
  startText: isText,
  durationMin: minutes,
  share: orNull(share),
  parallel: isFlag,
  stepGroups: listOf(whole(0)),
  lines,
});
const step = record<P.Step>({ id: idOf("step"), name: isText, commands: isText, language: isText, lines });
const stepGroup = record<P.StepGroup>({
  number: whole(0),
  name: isText,
  blocks: listOf(block),
  steps: listOf(step),
  notes: texts,
  lines,
});
const check = record<P.Check>({
  id: idOf("check"),
  name: isText,
  text: isText,
  measure: orNull(isMeasure),
  required: isFlag,
  lines,
});
const trigger = record<P.RollbackTrigger>({
  id: idOf("trigger"),
  level: oneOf(["P0", "P1"]),
  text: isText,
  check: orNull(idOf("check")),
  lines,
});
const rollbackStep = record<P.RollbackStep>({
  id: idOf("rollback-step"),
  name: isText,
  commands: isText,
  owners: roles,
  lines,
});
const procedure = record<P.RollbackProcedure>({
  targetMin: minutes,
  block: orNull(block),
  steps: listOf(rollbackStep),
  lines,
});
const followup = record<P.Followup>({
  id: idOf("followup"),
  name: isText,
  dueMin: minutes,
  dueText: isText,
  tasks: texts,
  lines,
});
const playbookFields = {
  id: idOf("playbook"),
  name: isText,
  symptom: isText,
  steps: listOf(record<P.PlaybookStep>({ id: idOf("playbook-step"), name: isText, commands: isText, lines })),
  block: orNull(block),
  recoveryMin: minutes,
  lines,
};
const plainPlaybook = record<Omit<P.Playbook, "matchers">>(playbookFields);
const raisedPlaybook = record<Required<P.Playbook>>({ ...playbookFields, matchers: listOf(isMatcher) });
const window = record<P.ObservationWindow>({
  id: idOf("window"),
  text: isText,
  fromMin: minute,
  toMin: minute,
  focus: listOf(isText),
  owners: roles,
  ownersText: isText,
  lines,
});
const criterion = record<P.SuccessCriterion>({
  id: idOf("criterion"),
  group: isText,
  text: isText,
  ticked: isFlag,
  lines,
});
const review = record<Review>({
  whenText: orNull(isText),
  whoText: orNull(isText),
  agenda: listOf(record<AgendaItem>({ name: isText, minutes, topics: texts, lines })),
  output: orNull(isText),
  lines,
});
const contact = record<P.Contact>({
  role: idOf("role"),
  person: isText,
  phone: orNull(isText),
  email: orNull(isText),
  lines,
});
const channel = record<P.EmergencyChannel>({
  kind: oneOf(["chat", "call", "other"]),
  name: isText,
  address: isText,
  lines,
});

const target = either(
  either(
    record({ kind: oneOf(["step"]), step: idOf("step") }),
    record({ kind: oneOf(["rollback_step"]), step: idOf("rollback-step") }),
  ),
  record({ kind: oneOf(["traffic", "drill"]) }),
);
const work = either(
  record({ kind: oneOf(["action"]), name: isFilled, arguments: isTextByName }),
  record({ kind: oneOf(["script"]) }),
);
const bindings: Guard<P.Plan["bindings"]> = listOf(record({ target, work, labels: listOf(isFilled), lines }));

/** Whether a value is a plan in every part. */
export const isPlan: Guard<P.Plan> = record<P.Plan>({
  title: isText,
  subtitle: orNull(isText),
  language: oneOf(["zh", "en"]),
  timeZone: zone,
  document: labelled,
  info,
  goals: listOf(record<P.GoalGroup>({ name: isText, goals: texts, lines })),
  canary: listOf(canaryStage),
  blueGreen: orNull(blueGreen),
  sections: listOf(section),
  stages: listOf(stage),
  stepGroups: listOf(stepGroup),
  gates: listOf(isGate),
  checks: listOf(check),
  triggers: listOf(trigger),
  rollback: orNull(procedure),
  followups: listOf(followup),
  playbooks: listOf(either(plainPlaybook, raisedPlaybook)),
  windows: listOf(window),
  criteria: listOf(criterion),
  review: orNull(review),
  roles: listOf(record<P.PlanRole>({ id: idOf("role"), name: isText, spellings: listOf(isText) })),
  manager: idOf("role"),
  rollbackers: roles,
  contacts: listOf(contact),
  channels: listOf(channel),
  approvals: listOf(record<P.Approval>({ role: idOf("role"), lines })),
  bindings,
});
