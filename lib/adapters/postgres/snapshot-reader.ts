import type pg from "pg";
import type { ReleaseStore, StoredSnapshot } from "@/lib/ports/release-store";
import { headSql, snapshotSql } from "./hot-statements";
import { memory } from "./memory";

const keptSnapshots = 8;

type Head = Pick<StoredSnapshot, "head" | "foldVersion" | "approved">;

/**
 * Reads snapshots, and keeps the last ones beside their head. The head is the hash of the whole log, so a snapshot under the same head
 * is the same; that it still is the newest is asked every time.
 */
export function snapshotReader(pool: Pick<pg.Pool, "query">): ReleaseStore["findSnapshot"] {
  const kept = memory<StoredSnapshot>(keptSnapshots);

  async function isNewest(known: StoredSnapshot): Promise<boolean> {
    const { rows } = await pool.query<Head>({ name: "head", text: headSql, values: [known.releaseId] });
    const [head] = rows;
    return head?.head === known.head && head.foldVersion === known.foldVersion && head.approved === known.approved;
  }

  return async (releaseId, recent) => {
    const name = `${releaseId} ${recent}`;
    const known = kept.get(name);
    if (known !== undefined && (await isNewest(known))) return known;
    const values = [releaseId, recent];
    const { rows } = await pool.query<StoredSnapshot>({ name: "snapshot", text: snapshotSql, values });
    const [found] = rows;
    if (found === undefined) return null;
    kept.set(name, found);
    return found;
  };
}
