import type { Gate } from "@/lib/domain/plan/plan";
import { between, either, type Guard, idOf, isFlag, listOf, oneOf, orNull, record, whole } from "./guards";

const fields = {
  id: idOf("gate"),
  order: whole(0),
  before: either(
    record({ kind: oneOf(["stage"]), stage: idOf("stage"), share: orNull(between(0, 100)) }),
    record({ kind: oneOf(["completion"]) }),
  ),
  after: orNull(idOf("stage")),
  voters: listOf(idOf("role")),
  fourEyes: isFlag,
  timeout: record({ afterMin: whole(0), outcome: oneOf(["stay", "hold"]) }),
  lapseMin: whole(0),
  checks: listOf(idOf("check")),
};
const plain = record<Omit<Gate, "drillWithinHours">>(fields);
const drilled = record<Required<Gate>>({ ...fields, drillWithinHours: between(0.01, 8760) });

/** A gate, with or without the wish for a drill. */
export const isGate: Guard<Gate> = either(plain, drilled);
