/** How this screen stands to the server. `since` and `lastHeardAt` are instants in ms: the server's, as screens see them. */
export type LinkState = {
  status: "live" | "connecting" | "lost";
  since: number;
  databaseUp: boolean;
  lastHeardAt: number | null;
  /** Why the server sent this screen away; it does not come back by itself then. */
  goodbye: "signed_out" | "revoked" | "expired" | "forbidden" | "too_many_screens" | null;
};

export type LinkFact =
  | { kind: "joined" }
  | { kind: "heard"; databaseUp?: boolean }
  | { kind: "dropped" }
  | { kind: "dismissed"; reason: NonNullable<LinkState["goodbye"]> }
  | { kind: "looked" };

/** Silence of this length means that the link is gone, whatever the socket believes. The heart beats every 2 s. */
export const silenceMs = 4_500;
/** A link that comes back within this time was never shown as lost. */
export const patienceMs = 2_500;

export function firstLinkState(now: number): LinkState {
  return { status: "connecting", since: now, databaseUp: true, lastHeardAt: null, goodbye: null };
}

function turn(state: LinkState, status: LinkState["status"], now: number): LinkState {
  return state.status === status ? state : { ...state, status, since: now };
}

/** What a fact makes of the link at the local instant `now`. "looked" = time passed and somebody checks. */
export function nextLinkState(state: LinkState, fact: LinkFact, now: number): LinkState {
  switch (fact.kind) {
    case "joined":
      return { ...turn(state, "live", now), lastHeardAt: now, goodbye: null };
    case "heard":
      return { ...state, lastHeardAt: now, databaseUp: fact.databaseUp ?? state.databaseUp };
    case "dropped":
      return state.status === "live" ? turn(state, "connecting", now) : state;
    case "dismissed":
      return { ...turn(state, "lost", now), goodbye: fact.reason };
    case "looked":
      return afterSilence(state, now);
  }
}

function afterSilence(state: LinkState, now: number): LinkState {
  if (state.status === "live" && now - (state.lastHeardAt ?? state.since) > silenceMs) return turn(state, "lost", now);
  if (state.status === "connecting" && now - state.since > patienceMs) return turn(state, "lost", now);
  return state;
}
