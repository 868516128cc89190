/** Whether everyone whom the plan asks has approved the version of `release`. */
const approvedSql = `NOT EXISTS (
  SELECT 1 FROM plan_approval_wanted wanted
  WHERE wanted."planVersionId" = release."planVersionId" AND NOT EXISTS (
    SELECT 1 FROM plan_approval given
    WHERE given."planVersionId" = wanted."planVersionId" AND given.role = wanted.role)) AS approved`;

/**
 * $1 release, $2 actor, $3 key, $4 and $5 head and fold of the state that is known: the release as it stands, its state only where it is another than
 * the known one, and the answer that this key got before. One row in any case.
 */
export const loadSql = `SELECT
    release."planVersionId", release.seq, release.head, release."foldVersion", ${approvedSql},
    CASE WHEN release.head = $4 AND release."foldVersion" = $5 THEN NULL ELSE release.state END AS state,
    (SELECT json_build_object('bodyHash', command."bodyHash", 'answer', command.answer)
     FROM command WHERE command.actor = $2 AND command.key = $3 AND command."expiresAt" > now()) AS known
  FROM (SELECT 1) AS one LEFT JOIN release ON release.id = $1`;

/**
 * The release moves on only from the log that the decision was made on; everything else hangs on that row. $1 release, $2 expected
 * seq, $3 to $8 the new row, $9 time, $10 bound of the skew, $11 events, $12 to $15 command, $16 timers or null, $17 and $18 the
 * notification, $19 the hash that the log is expected to end with, $20 the instant that must have come, or null.
 */
export const appendSql = `WITH moved AS (
    UPDATE release SET seq = $3, epoch = $4, head = $5, status = $6::"ReleaseStatus", state = $7::json, "foldVersion" = $8
    WHERE id = $1 AND seq = $2 AND head = $19
      AND abs(extract(epoch FROM clock_timestamp()) * 1000 - $9::float8) <= $10::float8
      AND ($20::float8 IS NULL OR extract(epoch FROM clock_timestamp()) * 1000 >= $20::float8)
    RETURNING id
  ), logged AS (
    INSERT INTO event ("releaseId", seq, type, payload, actor, at, "releaseAt", epoch, "prevHash", hash)
    SELECT moved.id, fact.* FROM moved, jsonb_to_recordset($11::jsonb) AS fact(
      seq int, type text, payload jsonb, actor jsonb, at bigint, "releaseAt" bigint, epoch int, "prevHash" text, hash text)
  ), keyed AS (
    INSERT INTO command (actor, key, "releaseId", "bodyHash", answer, "expiresAt")
    SELECT $12, $13, moved.id, $14, $15::jsonb, now() + interval '30 days' FROM moved
  ), asked AS (
    SELECT moved.id, wanted.* FROM moved, jsonb_to_recordset($16::jsonb) AS wanted(
      key text, "dueAt" bigint, epoch int, command jsonb)
  ), cleared AS (
    DELETE FROM timer USING moved WHERE timer."releaseId" = moved.id AND $16::jsonb IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.key = timer.key)
  ), renewed AS (
    INSERT INTO timer AS known ("releaseId", key, "dueAt", epoch, command)
    SELECT id, key, "dueAt", epoch, command FROM asked
    ON CONFLICT ("releaseId", key) DO UPDATE SET "dueAt" = excluded."dueAt", epoch = excluded.epoch,
      command = excluded.command, "leasedBy" = NULL, "leasedUntil" = NULL
    WHERE (known."dueAt", known.epoch) IS DISTINCT FROM (excluded."dueAt", excluded.epoch)
  )
  SELECT EXISTS (SELECT 1 FROM moved) AS moved,
    abs(extract(epoch FROM clock_timestamp()) * 1000 - $9::float8)::float8 AS "skewMs",
    coalesce($20::float8 - extract(epoch FROM clock_timestamp()) * 1000, 0)::float8 AS "earlyMs",
    (SELECT pg_notify($17, $18) FROM moved) AS told`;

/** $1 release: what tells whether a snapshot in memory is still the newest. */
export const headSql = `SELECT release.head, release."foldVersion", ${approvedSql} FROM release WHERE release.id = $1`;

/** $1 release, $2 how many events: state and newest events of one moment. */
export const snapshotSql = `SELECT release.id AS "releaseId", release."planVersionId", release.seq, release.head,
    release."foldVersion", release.state, ${approvedSql},
    (SELECT coalesce(json_agg(newest), '[]') FROM (
      SELECT "releaseId", seq, type, payload, actor, at, "releaseAt", epoch FROM event
      WHERE event."releaseId" = release.id AND event.seq > release.seq - $2 AND event.seq <= release.seq ORDER BY seq
    ) AS newest) AS recent
  FROM release WHERE release.id = $1`;
