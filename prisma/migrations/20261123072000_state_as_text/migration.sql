-- The state is written whole with every command and read as a whole; no statement looks into it. As jsonb it was taken apart and put
-- together again each time, which was a third of what a commit cost.
ALTER TABLE "release" ALTER COLUMN "state" TYPE JSON USING "state"::json;
