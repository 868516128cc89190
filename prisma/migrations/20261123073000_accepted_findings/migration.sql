-- CreateTable
CREATE TABLE "accepted_finding" (
    "planVersionId" TEXT NOT NULL,
    "findingKey" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accepted_finding_pkey" PRIMARY KEY ("planVersionId","findingKey")
);

-- CreateIndex
CREATE INDEX "accepted_finding_userId_idx" ON "accepted_finding"("userId");

-- AddForeignKey
ALTER TABLE "accepted_finding" ADD CONSTRAINT "accepted_finding_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_finding" ADD CONSTRAINT "accepted_finding_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on written by hand: what was accepted, by whom and why, is never changed or taken back, like an approval.
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "accepted_finding" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "accepted_finding" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
