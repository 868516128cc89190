import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import type { Actor } from "@/lib/domain/release/actor";
import { changePassword } from "./change-password";
import { closeDatabase } from "./database";
import { ensureSetupCode } from "./first-administrator";
import { people } from "./people-composition";
import { type SignInOutcome, signIn, signOut } from "./sign-in";
import { actorOf, sessionFromCookies, viewerFromBearer, viewerFromCookies } from "./viewer";

let database: TestDatabase;
const password = "mond-faehre-kupfer-9";

beforeAll(async () => {
  database = await createTestDatabase();
  process.env["DATABASE_URL"] = database.appUrl;
  process.env["HOLDPOINT_SECRET"] = "a-secret-of-the-tests-0123456789abcdef";
  process.env["PUBLIC_URL"] = "http://127.0.0.1:3999";
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

function cookieOf(outcome: SignInOutcome): string {
  if (outcome.outcome !== "signed_in") throw new Error(`Not signed in: ${outcome.outcome}.`);
  return outcome.setCookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ");
}

function from(address: string, cookie?: string): Headers {
  const headers = new Headers({ "x-holdpoint-client-address": address });
  if (cookie !== undefined) headers.set("cookie", cookie);
  return headers;
}

async function administrator(): Promise<Actor> {
  const cookie = cookieOf(await signIn({ username: "zhang.san", password }, from("10.0.0.1")));
  const viewer = await viewerFromCookies(cookie);
  if (viewer === null) throw new Error("The administrator is not signed in.");
  return actorOf(viewer);
}

describe("the beginning of an installation", () => {
  it("makes the first administrator by the printed code, once", async () => {
    const link = await ensureSetupCode();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3999\/setup\?code=[\w-]{43}$/);
    const code = new URL(link ?? "").searchParams.get("code") ?? "";
    const setup = { name: "张三", username: "Zhang.San", email: null, password };
    const wrong = await people().completeSetup({ ...setup, code: "guessed" });
    expect(wrong).toMatchObject({ ok: false, refusal: { because: "setup-code-unknown" } });
    const weak = await people().completeSetup({ ...setup, code, password: "Password1234" });
    expect(weak).toMatchObject({ ok: false, refusal: { kind: "invalid", because: "password-common" } });
    const twice = await Promise.all([
      people().completeSetup({ ...setup, code }),
      people().completeSetup({ ...setup, code, username: "zhang.san" }),
    ]);
    expect(twice.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await ensureSetupCode()).toBeNull();
    const again = await people().completeSetup({ ...setup, code });
    expect(again).toMatchObject({ ok: false });
  });
});

describe("signing in", () => {
  it("opens a session by user name in any case, and by e-mail", async () => {
    const cookie = cookieOf(await signIn({ username: " ZHANG.San ", password }, from("10.0.0.1")));
    expect(await viewerFromCookies(cookie)).toMatchObject({ name: "张三", permissions: ["administrator", "planner"] });
    const signedIn = await signIn({ username: "zhang.san", password }, from("10.0.0.1"));
    if (signedIn.outcome !== "signed_in") throw new Error(signedIn.outcome);
    const [set = ""] = signedIn.setCookies;
    expect(set).toMatch(/^holdpoint_session=/);
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).toMatch(/Path=\/(;|$)/);
    expect(set.split(";")[0]).not.toBe(cookie);
  });

  it("answers an unknown name as it answers a wrong password", async () => {
    const wrong = await signIn({ username: "zhang.san", password: "not-the-password" }, from("10.0.0.2"));
    const unknown = await signIn({ username: "nobody.here", password: "not-the-password" }, from("10.0.0.2"));
    expect(wrong).toEqual({ outcome: "wrong" });
    expect(unknown).toEqual(wrong);
  });

  it("refuses a cookie that was tampered with, and one that was signed out", async () => {
    const cookie = cookieOf(await signIn({ username: "zhang.san", password }, from("10.0.0.1")));
    expect(await viewerFromCookies(cookie.replace(/=(...)/, "=AAA"))).toBeNull();
    expect(await viewerFromCookies("holdpoint_session=%E0%A4%A")).toBeNull();
    expect(await viewerFromCookies(null)).toBeNull();
    await signOut(from("10.0.0.1", cookie));
    expect(await viewerFromCookies(cookie)).toBeNull();
  });

  it("ends a session that was idle for four hours, and any after twelve", async () => {
    const { client } = people().database;
    for (const column of ["seenAt", "expiresAt"] as const) {
      const cookie = cookieOf(await signIn({ username: "zhang.san", password }, from("10.0.0.1")));
      const session = await sessionFromCookies(cookie);
      const where = { id: session?.session ?? "" };
      const { createdAt, expiresAt } = await client.session.findUniqueOrThrow({ where });
      expect((expiresAt.getTime() - createdAt.getTime()) / 3_600_000).toBeCloseTo(12, 2);
      await client.session.update({ where, data: { [column]: new Date(Date.now() - 4 * 3_600_000 - 1000) } });
      expect(await viewerFromCookies(cookie)).toBeNull();
    }
  });

  it("slows down who tries passwords for one account, from wherever, and forgets it when the right one comes", async () => {
    const tries: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      tries.push((await signIn({ username: "attacked", password: "guess-number-one" }, from(`10.1.0.${n}`))).outcome);
    }
    expect(tries).toEqual([...Array<string>(5).fill("wrong"), "rate_limited", "rate_limited"]);
    const other = await signIn({ username: "zhang.san", password }, from("10.1.0.1"));
    expect(other.outcome).toBe("signed_in");
  });

  it("slows down one address over all accounts", async () => {
    const tries = await Promise.all(
      Array.from({ length: 25 }, (_, n) => signIn({ username: `somebody${n}`, password: "guess" }, from("10.2.0.1"))),
    );
    expect(tries.filter(({ outcome }) => outcome === "wrong").length).toBeLessThanOrEqual(20);
    expect(tries.filter(({ outcome }) => outcome === "rate_limited").length).toBeGreaterThanOrEqual(5);
  });
});

describe("changing one's password", () => {
  const mine = { username: "zhang.san", name: "张三", email: null };
  const next = "laterne-neun-teekanne-moos";

  it("asks for the present one, refuses what is guessed first, and changes nothing then", async () => {
    const cookie = cookieOf(await signIn({ username: "zhang.san", password }, from("10.3.0.1")));
    const headers = from("10.3.0.1", cookie);
    for (const [current, wanted, because] of [
      ["not-the-password", next, "password-wrong"],
      [password, "Password1234", "password-common"],
      [password, password, "password-same"],
    ] as const) {
      const refused = await changePassword(mine, { current, password: wanted, headers });
      expect(refused).toMatchObject({ outcome: "refused", refusal: { because } });
    }
    expect(await viewerFromCookies(cookie)).toMatchObject({ name: "张三" });
  });

  it("ends every session, gives this browser a new one, and lets only the new password in", async () => {
    const elsewhere = cookieOf(await signIn({ username: "zhang.san", password }, from("10.3.0.2")));
    const here = cookieOf(await signIn({ username: "zhang.san", password }, from("10.3.0.1")));
    const change = { current: password, password: next, headers: from("10.3.0.1", here) };
    const changed = await changePassword(mine, change);
    if (changed.outcome !== "changed") throw new Error(changed.outcome);
    expect(await viewerFromCookies(elsewhere)).toBeNull();
    expect(await viewerFromCookies(here)).toBeNull();
    const renewed = changed.setCookies.map((set) => set.split(";")[0] ?? "").join("; ");
    expect(await viewerFromCookies(renewed)).toMatchObject({ name: "张三" });
    expect((await signIn({ username: "zhang.san", password }, from("10.3.0.1"))).outcome).toBe("wrong");
    const back = { current: next, password, headers: from("10.3.0.1", renewed) };
    expect((await changePassword(mine, back)).outcome).toBe("changed");
  });

  it("slows down whoever tries passwords in a browser that was left open", async () => {
    const cookie = cookieOf(await signIn({ username: "zhang.san", password }, from("10.3.0.1")));
    const outcomes: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const headers = from(`10.4.0.${n}`, cookie);
      outcomes.push((await changePassword(mine, { current: `guess ${n}`, password: next, headers })).outcome);
    }
    expect(outcomes).toEqual([...Array<string>(5).fill("refused"), "rate_limited", "rate_limited"]);
    await people().signIns.succeeded({ account: "zhang.san", address: "10.3.0.1" });
  });
});

describe("inviting", () => {
  const wanted = { name: "李四", email: null, permissions: ["planner" as const], planContact: "李四", validHours: 24 };

  it("lets the invited person choose user name and password, once", async () => {
    const invited = await people().invitePerson({ actor: await administrator(), ...wanted });
    if (!invited.ok) throw new Error(invited.refusal.because);
    const { secret } = invited.value;
    const taken = await people().acceptInvite({ secret, username: "zhang.san", password });
    expect(taken).toMatchObject({ ok: false, refusal: { kind: "already", because: "username-taken" } });
    const both = await Promise.all([
      people().acceptInvite({ secret, username: "li.si", password }),
      people().acceptInvite({ secret, username: "li.si.2", password }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    const again = await people().acceptInvite({ secret, username: "li.si.3", password });
    expect(again).toMatchObject({ ok: false, refusal: { because: "invite-used" } });
    const all = await people().listPeople();
    expect(all.find(({ name }) => name === "李四")).toMatchObject({ permissions: ["planner"], planContact: "李四" });
  });

  it("refuses a revoked and an expired invitation, and one who is not an administrator", async () => {
    const actor = await administrator();
    const revoked = await people().invitePerson({ actor, ...wanted });
    const expired = await people().invitePerson({ actor, ...wanted, validHours: -1 });
    if (!revoked.ok || !expired.ok) throw new Error("Not invited.");
    await people().revokeInvite({ actor, inviteId: revoked.value.inviteId });
    for (const [invite, because] of [
      [revoked, "invite-revoked"],
      [expired, "invite-expired"],
    ] as const) {
      const answer = await people().acceptInvite({ secret: invite.value.secret, username: "late", password });
      expect(answer).toMatchObject({ ok: false, refusal: { because } });
    }
    const member: Actor = { kind: "person", person: "p", name: "p", permissions: ["planner"] };
    expect(await people().invitePerson({ actor: member, ...wanted })).toMatchObject({ ok: false });
    expect(await people().listInvites({ actor: member })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });

  it("judges by the database's clock: a host that is days ahead refuses nobody", async () => {
    const actor = await administrator();
    const invited = await people().invitePerson({ actor, ...wanted });
    const sessions = await people().listSessions({ actor, person: null });
    if (!invited.ok || !sessions.ok) throw new Error("Not made.");
    expect(sessions.value).not.toEqual([]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 72 * 3_600_000 });
    try {
      expect(await people().findInvite(invited.value.secret)).toMatchObject({ state: "open" });
      const late = await people().invitePerson({ actor, ...wanted });
      expect(late.ok && Math.abs(late.value.expiresAt - invited.value.expiresAt) < 60_000).toBe(true);
      expect(await people().listSessions({ actor, person: null })).toEqual(sessions);
    } finally {
      vi.useRealTimers();
    }
  });

  it("never leaves the installation without an administrator", async () => {
    const actor = await administrator();
    const person = actor.kind === "person" ? actor.person : "";
    for (const answer of [
      await people().setPermissions({ actor, person, permissions: [] }),
      await people().disablePerson({ actor, person }),
    ]) {
      expect(answer).toMatchObject({ ok: false, refusal: { because: "last-administrator" } });
    }
  });

  it("ends sessions and tokens of a person who is disabled, at once", async () => {
    const actor = await administrator();
    const invited = await people().invitePerson({ actor, ...wanted, name: "王五" });
    if (!invited.ok) throw new Error(invited.refusal.because);
    const accepted = await people().acceptInvite({ secret: invited.value.secret, username: "wang.wu", password });
    if (!accepted.ok) throw new Error(accepted.refusal.because);
    const cookie = cookieOf(await signIn({ username: "wang.wu", password }, from("10.0.0.3")));
    const asked: Actor = { kind: "person", person: accepted.value.person, name: "王五", permissions: [] };
    const token = await people().createToken({ actor: asked, name: "ci", validDays: 1 });
    if (!token.ok) throw new Error(token.refusal.because);
    const header = `Bearer ${token.value.secret}`;
    expect(await viewerFromBearer(header)).toMatchObject({ name: "王五" });
    await people().disablePerson({ actor, person: accepted.value.person });
    expect(await viewerFromCookies(cookie)).toBeNull();
    expect(await viewerFromBearer(header)).toBeNull();
    expect((await signIn({ username: "wang.wu", password }, from("10.0.0.3"))).outcome).toBe("wrong");
  });
});

describe("tokens", () => {
  it("acts as its person until it is revoked, and is nowhere kept in the clear", async () => {
    const actor = await administrator();
    const made = await people().createToken({ actor, name: "pipeline", validDays: 30 });
    if (!made.ok) throw new Error(made.refusal.because);
    const { secret, tokenId } = made.value;
    expect(await viewerFromBearer(`Bearer ${secret}`)).toMatchObject({ name: "张三" });
    expect(JSON.stringify(await people().listTokens({ actor }))).not.toContain(secret);
    const stranger: Actor = { kind: "person", person: "p", name: "p", permissions: [] };
    expect(await people().revokeToken({ actor: stranger, tokenId })).toMatchObject({ ok: false });
    await people().revokeToken({ actor, tokenId });
    expect(await viewerFromBearer(`Bearer ${secret}`)).toBeNull();
  });

  it("ends when its time is over", async () => {
    const actor = await administrator();
    const made = await people().createToken({ actor, name: "old", validDays: -1 });
    if (!made.ok) throw new Error(made.refusal.because);
    expect(await viewerFromBearer(`Bearer ${made.value.secret}`)).toBeNull();
  });
});
