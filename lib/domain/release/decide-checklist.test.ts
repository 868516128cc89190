import { describe, expect, it } from "vitest";
import { admin, dba, deputy, fresh, observing, ops, prepared, rm } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { itemConditions } from "./item-conditions";
import { waitingFor } from "./waiting";

const sign = { type: "item.sign", item: "item:1.1" } as const;

describe("a checklist item", () => {
  it("is signed by its section's owner, with evidence", () => {
    const play = prepared();
    play.must(dba, { ...sign, evidence: { text: "restored to slave", link: "https://wiki/42" } });
    expect(play.state().items["item:1.1"]).toMatchObject({
      status: "signed",
      signed: {
        evidence: { text: "restored to slave", link: "https://wiki/42" },
        onBehalf: false,
        by: { name: "dba" },
      },
    });
  });

  it("is not signed by another role, nor by an administrator", () => {
    const play = prepared();
    expect(play.refusal(ops, sign)).toMatchObject({ kind: "forbidden", because: "not-your-part" });
    expect(play.refusal(admin, sign)).toMatchObject({ kind: "forbidden", because: "no-role-here" });
  });

  it("that names owners of its own is signed by them, and by nobody else of its section", () => {
    const [section, ...sections] = smallPlan.sections;
    if (section === undefined) throw new Error("The small plan has a checklist.");
    const items = section.items.map((item) =>
      item.id === sign.item ? { ...item, owners: ["role:ops" as const] } : item,
    );
    const play = prepared({ plan: { ...smallPlan, sections: [{ ...section, items }, ...sections] } });
    expect(play.refusal(dba, sign)).toMatchObject({ kind: "forbidden", because: "not-your-part" });
    const { plan } = play;
    expect(itemConditions(plan, play.state())[0]?.owners).toEqual(["role:ops"]);
    expect(waitingFor(plan, play.state(), "person-ops").map(({ id }) => id)).toContain(sign.item);
    expect(waitingFor(plan, play.state(), "person-dba").map(({ id }) => id)).not.toContain(sign.item);
    play.must(ops, sign);
    expect(play.state().items[sign.item]).toMatchObject({ status: "signed", signed: { onBehalf: false } });
  });

  it("signed by a substitute is marked as signed for another, also when he does not say so", () => {
    const play = prepared();
    const [event] = play.must(deputy, sign);
    expect(event).toMatchObject({ payload: { onBehalf: true }, actor: { role: "role:dba", substitute: true } });
  });

  it("is signed by the manager only when he says that it is for another", () => {
    const play = prepared();
    expect(play.refusal(rm, sign)).toMatchObject({ kind: "forbidden", because: "sign-on-behalf" });
    const [event] = play.must(rm, { ...sign, onBehalf: true });
    expect(event).toMatchObject({ payload: { onBehalf: true }, actor: { role: "role:rm" } });
  });

  it("answers a second signature with the first", () => {
    const play = prepared();
    play.must(dba, sign);
    expect(play.refusal(deputy, sign)).toMatchObject({
      kind: "already",
      because: "item-already-signed",
      by: { actor: { name: "dba" }, type: "item.signed" },
    });
  });

  it("is revoked with a reason, by its signer or the manager", () => {
    const play = prepared();
    play.must(deputy, sign);
    const revoke = { type: "item.revoke", item: "item:1.1", reason: "old dump" } as const;
    expect(play.refusal(dba, revoke).kind).toBe("forbidden");
    expect(play.refusal(rm, { ...revoke, reason: " " }).kind).toBe("needs_reason");
    play.must(deputy, revoke);
    expect(play.state().items["item:1.1"]).toMatchObject({ status: "open", revoked: { reason: "old dump" } });
    expect(play.refusal(rm, revoke)).toMatchObject({ kind: "not_allowed_now", because: "item-not-signed" });
  });

  it("is waived by the manager alone, with a reason that stays", () => {
    const play = prepared();
    const waive = { type: "item.waive", item: "item:1.1", reason: "no DDL tonight" } as const;
    expect(play.refusal(dba, waive).kind).toBe("forbidden");
    play.must(rm, waive);
    expect(play.refusal(dba, sign)).toMatchObject({ kind: "already", because: "item-already-waived" });
    play.must(rm, { type: "release.start", ...fresh(play) });
    expect(play.state().items["item:1.1"]).toMatchObject({ status: "waived", waived: { reason: "no DDL tonight" } });
  });

  it("that expired is open again and can be signed anew", () => {
    const play = prepared();
    play.must(dba, sign);
    play.happen({ type: "item.expired", payload: { item: "item:1.1", reason: "probe turned false" } });
    expect(play.state().items["item:1.1"]).toMatchObject({ status: "open", expired: { reason: "probe turned false" } });
    play.must(dba, sign);
  });

  it("stays as it is once the release is completed", () => {
    const play = observing();
    expect(play.refusal(dba, { ...sign, item: "item:1.2" })).toMatchObject({
      kind: "not_allowed_now",
      because: "release-is",
      by: { type: "release.completed" },
    });
  });
});
