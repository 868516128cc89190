import { expect, test } from "vitest";
import { firstLinkState, type LinkFact, nextLinkState, patienceMs, silenceMs } from "./link-state";

function after(...facts: [LinkFact, number][]) {
  return facts.reduce((state, [fact, now]) => nextLinkState(state, fact, now), firstLinkState(0));
}

test("a screen is live once it has joined", () => {
  expect(after([{ kind: "joined" }, 100])).toMatchObject({ status: "live", since: 100, lastHeardAt: 100 });
});

test("silence shows as lost within five seconds of the last word", () => {
  const live: [LinkFact, number][] = [
    [{ kind: "joined" }, 0],
    [{ kind: "heard", databaseUp: true }, 2_000],
  ];
  expect(after(...live, [{ kind: "looked" }, 2_000 + silenceMs])).toMatchObject({ status: "live" });
  expect(after(...live, [{ kind: "looked" }, 2_001 + silenceMs])).toMatchObject({
    status: "lost",
    since: 2_001 + silenceMs,
  });
  expect(silenceMs).toBeLessThan(5_000);
});

test("a short interruption is never shown as lost, a longer one is", () => {
  const cut: [LinkFact, number][] = [
    [{ kind: "joined" }, 0],
    [{ kind: "dropped" }, 1_000],
  ];
  expect(after(...cut, [{ kind: "looked" }, 1_000 + patienceMs])).toMatchObject({ status: "connecting", since: 1_000 });
  expect(after(...cut, [{ kind: "looked" }, 1_001 + patienceMs])).toMatchObject({ status: "lost" });
  expect(after(...cut, [{ kind: "looked" }, 9_000], [{ kind: "joined" }, 9_500])).toMatchObject({ status: "live" });
});

test("a database that is down is told even while the link lives", () => {
  const state = after([{ kind: "joined" }, 0], [{ kind: "heard", databaseUp: false }, 10], [{ kind: "heard" }, 20]);
  expect(state).toMatchObject({ status: "live", databaseUp: false, lastHeardAt: 20 });
});

test("who was sent away knows why, until he is let in again", () => {
  const away = after([{ kind: "joined" }, 0], [{ kind: "dismissed", reason: "revoked" }, 10]);
  expect(away).toMatchObject({ status: "lost", goodbye: "revoked" });
  expect(nextLinkState(away, { kind: "joined" }, 20).goodbye).toBeNull();
});
