/** What a peer writes and sends: texts of the very size of ours. */
export type PeerPayload = { state: string; event: string };

/** The text of one change, as our screens get it. */
export function peerMessage({ event }: PeerPayload, seq: number): string {
  return `{"releaseId":"peer","from":${seq},"events":[${event}],"head":"${"0".repeat(64)}"}`;
}

export const peerTables = `
  CREATE TABLE IF NOT EXISTS peer_release (id text PRIMARY KEY, seq int NOT NULL, state jsonb NOT NULL);
  CREATE TABLE IF NOT EXISTS peer_event (
    release text NOT NULL, seq int NOT NULL, body jsonb NOT NULL, PRIMARY KEY (release, seq));`;
