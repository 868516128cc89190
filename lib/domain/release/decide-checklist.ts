import type { ItemId } from "../plan/ids";
import { itemOwners } from "../plan/item-owners";
import { indexOf } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import type { Circumstances } from "./decision";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused } from "./refuse";
import { fact, type RuleTable, type Situation, written } from "./rule";
import type { Evidence, ItemState, SignedProbe } from "./state";

function itemThing({ plan, state }: Circumstances, { item }: { item: ItemId }): Thing | Refusal {
  const found = indexOf(plan).items.get(item);
  const own = state.items[item];
  if (found === undefined || own === undefined) return refuse("unknown_id", "unknown-item", { id: item });
  const signer = own.status === "signed" ? own.signed.by : null;
  return { owners: itemOwners(plan, found), author: signer?.kind === "person" ? signer.person : null };
}

function settled(own: ItemState | undefined, item: ItemId): Refusal | null {
  if (own?.status === "signed")
    return refuseBy(refuse("already", "item-already-signed", { item }), own.signed, "item.signed");
  if (own?.status === "waived")
    return refuseBy(refuse("already", "item-already-waived", { item }), own.waived, "item.waived");
  return null;
}

/** Evidence as the log keeps it: only what was given. */
export function evidenceOf(evidence: Evidence | undefined): Evidence | null {
  const text = written(evidence?.text);
  const link = written(evidence?.link);
  if (text === null && link === null) return null;
  return { ...(text === null ? {} : { text }), ...(link === null ? {} : { link }) };
}

/** What the watch last measured of the item is kept with the signature. */
function probed({ evidence }: Situation, item: ItemId): { probe?: SignedProbe } {
  const found = evidence?.probes?.find((probe) => probe.item === item);
  if (evidence === null || found === undefined) return {};
  return { probe: { verdict: found.verdict, says: found.says, at: evidence.roundAt } };
}

/** A signature for another is marked so: by a substitute always, by the manager when he says that it is. */
function signsForAnother(situation: Situation): boolean {
  const { by, relation } = situation;
  return relation !== "owner" || (by.kind === "person" && by.substitute);
}

/** How items of the checklist are signed, reopened and waived. */
export const checklistRules = {
  "item.sign": {
    thing: itemThing,
    already: ({ state }, { item }) => settled(state.items[item], item),
    carryOut: (situation, { item, evidence, onBehalf = false }) => {
      const forAnother = signsForAnother(situation);
      if (situation.relation === "manager" && !onBehalf) {
        return refused(refuse("forbidden", "sign-on-behalf", { item }));
      }
      const signature = { item, evidence: evidenceOf(evidence), onBehalf: forAnother || onBehalf };
      const payload = { ...signature, ...probed(situation, item) };
      return accepted(fact(situation, { type: "item.signed", payload }));
    },
  },
  "item.revoke": {
    thing: itemThing,
    now: ({ state }, { item }) =>
      state.items[item]?.status === "signed" ? null : refuse("not_allowed_now", "item-not-signed", { item }),
    text: ({ reason }) => reason,
    carryOut: (situation, { item, reason }) =>
      accepted(fact(situation, { type: "item.revoked", payload: { item, reason: reason.trim() } })),
  },
  "item.waive": {
    thing: itemThing,
    already: ({ state }, { item }) => settled(state.items[item], item),
    text: ({ reason }) => reason,
    carryOut: (situation, { item, reason }) =>
      accepted(fact(situation, { type: "item.waived", payload: { item, reason: reason.trim() } })),
  },
} satisfies Pick<RuleTable, "item.sign" | "item.revoke" | "item.waive">;
