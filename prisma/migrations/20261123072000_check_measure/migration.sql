-- How a check is measured is more than one query. Saved versions never change, and their hash covers `{"query": …}`: that
-- is what stays in their rows, so that they still verify. A change of type fires no trigger for changed rows.
ALTER TABLE "plan_check" ALTER COLUMN "query" TYPE JSONB USING jsonb_build_object('query', "query");
ALTER TABLE "plan_check" RENAME COLUMN "query" TO "measure";
