-- CreateTable
CREATE TABLE "watch" (
    "releaseId" TEXT NOT NULL,
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "roundAt" BIGINT,
    "round" JSON,
    "memory" JSON,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("releaseId")
);

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on written by hand: the row changes with every round, so that room is left in its page.
ALTER TABLE "watch" SET (fillfactor = 50);
