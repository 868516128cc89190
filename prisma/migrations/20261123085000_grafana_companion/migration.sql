-- AlterTable
ALTER TABLE "metric_source" ADD COLUMN     "annotates" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "dashboardUid" TEXT,
ADD COLUMN     "organisation" INTEGER,
ADD COLUMN     "panels" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "companion_cursor" (
    "releaseId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "memory" JSON,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "because" TEXT,
    "failingSince" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "retryAt" TIMESTAMPTZ(3),
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "companion_cursor_pkey" PRIMARY KEY ("releaseId","sourceId")
);

-- AddForeignKey
ALTER TABLE "companion_cursor" ADD CONSTRAINT "companion_cursor_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "companion_cursor" ADD CONSTRAINT "companion_cursor_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "metric_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
