-- AlterTable
ALTER TABLE "plan_gate" ADD COLUMN     "drillWithinHours" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "plan_playbook" ADD COLUMN     "matchers" JSONB;

-- CreateTable
CREATE TABLE "traffic_count" (
    "releaseId" TEXT NOT NULL,
    "runnerId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "traffic_count_pkey" PRIMARY KEY ("releaseId","runnerId","action")
);

-- AddForeignKey
ALTER TABLE "traffic_count" ADD CONSTRAINT "traffic_count_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;
