-- CreateTable
CREATE TABLE "plan_binding" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "action" TEXT,
    "arguments" JSONB NOT NULL,
    "labels" TEXT[],
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_binding_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "runner" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "mode" "ReleaseMode" NOT NULL,
    "environment" TEXT NOT NULL,
    "labels" TEXT[],
    "hello" JSONB,
    "lastSeenAt" TIMESTAMPTZ(3),
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "runner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_lease" (
    "releaseId" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "runnerId" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "takeKey" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_lease_pkey" PRIMARY KEY ("releaseId","job")
);

-- CreateTable
CREATE TABLE "job_output" (
    "releaseId" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "from" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_output_pkey" PRIMARY KEY ("releaseId","job","from")
);

-- CreateIndex
CREATE UNIQUE INDEX "runner_name_key" ON "runner"("name");

-- CreateIndex
CREATE UNIQUE INDEX "runner_hash_key" ON "runner"("hash");

-- CreateIndex
CREATE INDEX "job_lease_until_idx" ON "job_lease"("until");

-- AddForeignKey
ALTER TABLE "plan_binding" ADD CONSTRAINT "plan_binding_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_lease" ADD CONSTRAINT "job_lease_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_lease" ADD CONSTRAINT "job_lease_runnerId_fkey" FOREIGN KEY ("runnerId") REFERENCES "runner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_output" ADD CONSTRAINT "job_output_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a version binds never changes either.
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "plan_binding" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "plan_binding" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_late BEFORE INSERT ON "plan_binding" FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
