-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('prometheus', 'grafana');

-- CreateTable
CREATE TABLE "metric_source" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "url" TEXT NOT NULL,
    "datasourceUid" TEXT,
    "alertmanagerUrl" TEXT,
    "userName" TEXT,
    "sealedSecret" TEXT,
    "authority" TEXT,
    "privateRanges" BOOLEAN NOT NULL,
    "place" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "metric_source_name_key" ON "metric_source"("name");
