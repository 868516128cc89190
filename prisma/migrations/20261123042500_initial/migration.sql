-- CreateEnum
CREATE TYPE "PlanTriggerLevel" AS ENUM ('P0', 'P1');

-- CreateEnum
CREATE TYPE "PlanCanaryNoteKind" AS ENUM ('watch', 'decision');

-- CreateEnum
CREATE TYPE "PlanStageKind" AS ENUM ('prepare', 'backup', 'deploy', 'verify', 'shift', 'observe', 'review', 'other');

-- CreateEnum
CREATE TYPE "PlanGateTimeoutOutcome" AS ENUM ('stay', 'hold');

-- CreateEnum
CREATE TYPE "PlanLanguage" AS ENUM ('zh', 'en');

-- CreateEnum
CREATE TYPE "PlanRowPart" AS ENUM ('document', 'info');

-- CreateEnum
CREATE TYPE "PlanChannelKind" AS ENUM ('chat', 'call', 'other');

-- CreateEnum
CREATE TYPE "ReleaseMode" AS ENUM ('live', 'rehearsal');

-- CreateEnum
CREATE TYPE "ReleaseStatus" AS ENUM ('preparing', 'running', 'held', 'observing', 'closed', 'cancelled', 'rolling_back', 'rolled_back');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "username" TEXT,
    "displayUsername" TEXT,
    "permissions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "planContact" TEXT,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "username" TEXT,
    "permissions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "planContact" TEXT,
    "invitedById" TEXT NOT NULL,
    "acceptedId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "display_link" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "releaseId" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "display_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_code" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "setup_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_observation_window" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "fromMin" DOUBLE PRECISION NOT NULL,
    "toMin" DOUBLE PRECISION NOT NULL,
    "focus" TEXT[],
    "ownersText" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_observation_window_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_window_owner" (
    "planVersionId" TEXT NOT NULL,
    "window" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "plan_window_owner_pkey" PRIMARY KEY ("planVersionId","window","position")
);

-- CreateTable
CREATE TABLE "plan_criterion" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "ticked" BOOLEAN NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_criterion_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_review" (
    "planVersionId" TEXT NOT NULL,
    "whenText" TEXT,
    "whoText" TEXT,
    "output" TEXT,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_review_pkey" PRIMARY KEY ("planVersionId")
);

-- CreateTable
CREATE TABLE "plan_agenda_item" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "minutes" DOUBLE PRECISION,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_agenda_item_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "plan_agenda_topic" (
    "planVersionId" TEXT NOT NULL,
    "agendaItem" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_agenda_topic_pkey" PRIMARY KEY ("planVersionId","agendaItem","position")
);

-- CreateTable
CREATE TABLE "plan_check" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "query" TEXT,
    "required" BOOLEAN NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_check_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_trigger" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "level" "PlanTriggerLevel" NOT NULL,
    "text" TEXT NOT NULL,
    "check" TEXT,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_trigger_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_rollback" (
    "planVersionId" TEXT NOT NULL,
    "targetMin" DOUBLE PRECISION,
    "block" INTEGER,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_rollback_pkey" PRIMARY KEY ("planVersionId")
);

-- CreateTable
CREATE TABLE "plan_rollback_step" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "commands" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_rollback_step_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_rollback_step_owner" (
    "planVersionId" TEXT NOT NULL,
    "rollbackStep" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "plan_rollback_step_owner_pkey" PRIMARY KEY ("planVersionId","rollbackStep","position")
);

-- CreateTable
CREATE TABLE "plan_rollbacker" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "plan_rollbacker_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "plan_followup" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "dueMin" DOUBLE PRECISION,
    "dueText" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_followup_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_followup_task" (
    "planVersionId" TEXT NOT NULL,
    "followup" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_followup_task_pkey" PRIMARY KEY ("planVersionId","followup","position")
);

-- CreateTable
CREATE TABLE "plan_playbook" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "symptom" TEXT NOT NULL,
    "block" INTEGER,
    "recoveryMin" DOUBLE PRECISION,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_playbook_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_playbook_step" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "playbook" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "commands" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_playbook_step_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_goal_group" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_goal_group_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "plan_goal" (
    "planVersionId" TEXT NOT NULL,
    "group" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_goal_pkey" PRIMARY KEY ("planVersionId","group","position")
);

-- CreateTable
CREATE TABLE "plan_code_block" (
    "planVersionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,
    "stepGroup" INTEGER,

    CONSTRAINT "plan_code_block_pkey" PRIMARY KEY ("planVersionId","number")
);

-- CreateTable
CREATE TABLE "plan_canary_stage" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "share" DOUBLE PRECISION NOT NULL,
    "soakMin" DOUBLE PRECISION,
    "podsNew" INTEGER,
    "podsOld" INTEGER,
    "newVersion" TEXT,
    "oldVersion" TEXT,
    "diagram" INTEGER,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_canary_stage_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "plan_canary_note" (
    "planVersionId" TEXT NOT NULL,
    "canaryStage" INTEGER NOT NULL,
    "kind" "PlanCanaryNoteKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_canary_note_pkey" PRIMARY KEY ("planVersionId","canaryStage","kind","position")
);

-- CreateTable
CREATE TABLE "plan_blue_green" (
    "planVersionId" TEXT NOT NULL,
    "before" INTEGER,
    "switch" INTEGER,
    "rollback" INTEGER,
    "rollbackWithinMin" DOUBLE PRECISION,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_blue_green_pkey" PRIMARY KEY ("planVersionId")
);

-- CreateTable
CREATE TABLE "plan_section" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT,
    "name" TEXT NOT NULL,
    "ownersProposed" BOOLEAN NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_section_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_section_owner" (
    "planVersionId" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "plan_section_owner_pkey" PRIMARY KEY ("planVersionId","section","position")
);

-- CreateTable
CREATE TABLE "plan_item" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_item_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_stage" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PlanStageKind" NOT NULL,
    "startMin" DOUBLE PRECISION NOT NULL,
    "startText" TEXT NOT NULL,
    "durationMin" DOUBLE PRECISION,
    "share" DOUBLE PRECISION,
    "parallel" BOOLEAN NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_stage_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_stage_owner" (
    "planVersionId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "plan_stage_owner_pkey" PRIMARY KEY ("planVersionId","stage","position")
);

-- CreateTable
CREATE TABLE "plan_stage_step_group" (
    "planVersionId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stepGroup" INTEGER NOT NULL,

    CONSTRAINT "plan_stage_step_group_pkey" PRIMARY KEY ("planVersionId","stage","position")
);

-- CreateTable
CREATE TABLE "plan_step_group" (
    "planVersionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_step_group_pkey" PRIMARY KEY ("planVersionId","number")
);

-- CreateTable
CREATE TABLE "plan_step" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "stepGroup" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "commands" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_step_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_step_group_note" (
    "planVersionId" TEXT NOT NULL,
    "stepGroup" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_step_group_note_pkey" PRIMARY KEY ("planVersionId","stepGroup","position")
);

-- CreateTable
CREATE TABLE "plan_gate" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "beforeStage" TEXT,
    "share" DOUBLE PRECISION,
    "afterStage" TEXT,
    "fourEyes" BOOLEAN NOT NULL,
    "timeoutAfterMin" DOUBLE PRECISION NOT NULL,
    "timeoutOutcome" "PlanGateTimeoutOutcome" NOT NULL,
    "lapseMin" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "plan_gate_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_gate_voter" (
    "planVersionId" TEXT NOT NULL,
    "gate" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "plan_gate_voter_pkey" PRIMARY KEY ("planVersionId","gate","position")
);

-- CreateTable
CREATE TABLE "plan_gate_check" (
    "planVersionId" TEXT NOT NULL,
    "gate" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "check" TEXT NOT NULL,

    CONSTRAINT "plan_gate_check_pkey" PRIMARY KEY ("planVersionId","gate","position")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "message" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "language" "PlanLanguage" NOT NULL,
    "timeZone" TEXT NOT NULL,
    "infoVersion" TEXT NOT NULL,
    "windowStart" TEXT,
    "windowEnd" TEXT,
    "windowMin" DOUBLE PRECISION,
    "releaseType" TEXT,
    "scope" TEXT,
    "rollbackPossible" BOOLEAN,
    "rollbackWithinMin" DOUBLE PRECISION,
    "downtimeText" TEXT,
    "downtimeMinutes" DOUBLE PRECISION,
    "infoLineFrom" INTEGER NOT NULL,
    "infoLineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_role" (
    "planVersionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "spellings" TEXT[],
    "listed" BOOLEAN NOT NULL,
    "manages" BOOLEAN NOT NULL,

    CONSTRAINT "plan_role_pkey" PRIMARY KEY ("planVersionId","id")
);

-- CreateTable
CREATE TABLE "plan_row" (
    "planVersionId" TEXT NOT NULL,
    "part" "PlanRowPart" NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_row_pkey" PRIMARY KEY ("planVersionId","part","position")
);

-- CreateTable
CREATE TABLE "plan_contact" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_contact_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "plan_channel" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "PlanChannelKind" NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_channel_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "plan_approval_wanted" (
    "planVersionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,

    CONSTRAINT "plan_approval_wanted_pkey" PRIMARY KEY ("planVersionId","position")
);

-- CreateTable
CREATE TABLE "plan_approver" (
    "planId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "assignedBy" TEXT NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_approver_pkey" PRIMARY KEY ("planId","role")
);

-- CreateTable
CREATE TABLE "plan_approval" (
    "planVersionId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "assignedBy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_approval_pkey" PRIMARY KEY ("planVersionId","role")
);

-- CreateTable
CREATE TABLE "release" (
    "id" TEXT NOT NULL,
    "planVersionId" TEXT NOT NULL,
    "mode" "ReleaseMode" NOT NULL,
    "status" "ReleaseStatus" NOT NULL,
    "seq" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "foldVersion" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "startsAt" BIGINT NOT NULL,
    "speed" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "releaseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "at" BIGINT NOT NULL,
    "releaseAt" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("releaseId","seq")
);

-- CreateTable
CREATE TABLE "command" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "releaseId" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "timer" (
    "releaseId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "command" JSONB NOT NULL,
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "timer_pkey" PRIMARY KEY ("releaseId","key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "releaseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample" (
    "releaseId" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "value" DOUBLE PRECISION,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("releaseId","series","at")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "invite_codeHash_key" ON "invite"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "invite_acceptedId_key" ON "invite"("acceptedId");

-- CreateIndex
CREATE INDEX "invite_invitedById_idx" ON "invite"("invitedById");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_userId_idx" ON "api_token"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "display_link_hash_key" ON "display_link"("hash");

-- CreateIndex
CREATE INDEX "display_link_releaseId_idx" ON "display_link"("releaseId");

-- CreateIndex
CREATE INDEX "display_link_createdBy_idx" ON "display_link"("createdBy");

-- CreateIndex
CREATE UNIQUE INDEX "setup_code_hash_key" ON "setup_code"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "plan_observation_window_planVersionId_position_key" ON "plan_observation_window"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_criterion_planVersionId_position_key" ON "plan_criterion"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_check_planVersionId_position_key" ON "plan_check"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_trigger_planVersionId_position_key" ON "plan_trigger"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_rollback_step_planVersionId_position_key" ON "plan_rollback_step"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_followup_planVersionId_position_key" ON "plan_followup"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_playbook_planVersionId_position_key" ON "plan_playbook"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_playbook_step_planVersionId_playbook_position_key" ON "plan_playbook_step"("planVersionId", "playbook", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_section_planVersionId_position_key" ON "plan_section"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_item_planVersionId_section_position_key" ON "plan_item"("planVersionId", "section", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_stage_planVersionId_position_key" ON "plan_stage"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_step_group_planVersionId_position_key" ON "plan_step_group"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_step_planVersionId_stepGroup_position_key" ON "plan_step"("planVersionId", "stepGroup", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_gate_planVersionId_position_key" ON "plan_gate"("planVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_planId_number_key" ON "plan_version"("planId", "number");

-- CreateIndex
CREATE INDEX "plan_approver_userId_idx" ON "plan_approver"("userId");

-- CreateIndex
CREATE INDEX "plan_approval_userId_idx" ON "plan_approval"("userId");

-- CreateIndex
CREATE INDEX "release_createdAt_idx" ON "release"("createdAt");

-- CreateIndex
CREATE INDEX "command_expiresAt_idx" ON "command"("expiresAt");

-- CreateIndex
CREATE INDEX "timer_dueAt_idx" ON "timer"("dueAt");

-- CreateIndex
CREATE INDEX "outbox_sentAt_dueAt_idx" ON "outbox"("sentAt", "dueAt");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_acceptedId_fkey" FOREIGN KEY ("acceptedId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "display_link" ADD CONSTRAINT "display_link_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "display_link" ADD CONSTRAINT "display_link_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_observation_window" ADD CONSTRAINT "plan_observation_window_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_window_owner" ADD CONSTRAINT "plan_window_owner_planVersionId_window_fkey" FOREIGN KEY ("planVersionId", "window") REFERENCES "plan_observation_window"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_window_owner" ADD CONSTRAINT "plan_window_owner_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_criterion" ADD CONSTRAINT "plan_criterion_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_review" ADD CONSTRAINT "plan_review_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_agenda_item" ADD CONSTRAINT "plan_agenda_item_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_review"("planVersionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_agenda_topic" ADD CONSTRAINT "plan_agenda_topic_planVersionId_agendaItem_fkey" FOREIGN KEY ("planVersionId", "agendaItem") REFERENCES "plan_agenda_item"("planVersionId", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_check" ADD CONSTRAINT "plan_check_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_trigger" ADD CONSTRAINT "plan_trigger_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_trigger" ADD CONSTRAINT "plan_trigger_planVersionId_check_fkey" FOREIGN KEY ("planVersionId", "check") REFERENCES "plan_check"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_rollback" ADD CONSTRAINT "plan_rollback_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_rollback" ADD CONSTRAINT "plan_rollback_planVersionId_block_fkey" FOREIGN KEY ("planVersionId", "block") REFERENCES "plan_code_block"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_rollback_step" ADD CONSTRAINT "plan_rollback_step_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_rollback"("planVersionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_rollback_step_owner" ADD CONSTRAINT "plan_rollback_step_owner_planVersionId_rollbackStep_fkey" FOREIGN KEY ("planVersionId", "rollbackStep") REFERENCES "plan_rollback_step"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_rollback_step_owner" ADD CONSTRAINT "plan_rollback_step_owner_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_rollbacker" ADD CONSTRAINT "plan_rollbacker_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_rollbacker" ADD CONSTRAINT "plan_rollbacker_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_followup" ADD CONSTRAINT "plan_followup_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_followup_task" ADD CONSTRAINT "plan_followup_task_planVersionId_followup_fkey" FOREIGN KEY ("planVersionId", "followup") REFERENCES "plan_followup"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_playbook" ADD CONSTRAINT "plan_playbook_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_playbook" ADD CONSTRAINT "plan_playbook_planVersionId_block_fkey" FOREIGN KEY ("planVersionId", "block") REFERENCES "plan_code_block"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_playbook_step" ADD CONSTRAINT "plan_playbook_step_planVersionId_playbook_fkey" FOREIGN KEY ("planVersionId", "playbook") REFERENCES "plan_playbook"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_goal_group" ADD CONSTRAINT "plan_goal_group_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_goal" ADD CONSTRAINT "plan_goal_planVersionId_group_fkey" FOREIGN KEY ("planVersionId", "group") REFERENCES "plan_goal_group"("planVersionId", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_code_block" ADD CONSTRAINT "plan_code_block_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_code_block" ADD CONSTRAINT "plan_code_block_planVersionId_stepGroup_fkey" FOREIGN KEY ("planVersionId", "stepGroup") REFERENCES "plan_step_group"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_canary_stage" ADD CONSTRAINT "plan_canary_stage_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_canary_stage" ADD CONSTRAINT "plan_canary_stage_planVersionId_diagram_fkey" FOREIGN KEY ("planVersionId", "diagram") REFERENCES "plan_code_block"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_canary_note" ADD CONSTRAINT "plan_canary_note_planVersionId_canaryStage_fkey" FOREIGN KEY ("planVersionId", "canaryStage") REFERENCES "plan_canary_stage"("planVersionId", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_blue_green" ADD CONSTRAINT "plan_blue_green_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_blue_green" ADD CONSTRAINT "plan_blue_green_planVersionId_before_fkey" FOREIGN KEY ("planVersionId", "before") REFERENCES "plan_code_block"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_blue_green" ADD CONSTRAINT "plan_blue_green_planVersionId_switch_fkey" FOREIGN KEY ("planVersionId", "switch") REFERENCES "plan_code_block"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_blue_green" ADD CONSTRAINT "plan_blue_green_planVersionId_rollback_fkey" FOREIGN KEY ("planVersionId", "rollback") REFERENCES "plan_code_block"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_section" ADD CONSTRAINT "plan_section_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_section_owner" ADD CONSTRAINT "plan_section_owner_planVersionId_section_fkey" FOREIGN KEY ("planVersionId", "section") REFERENCES "plan_section"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_section_owner" ADD CONSTRAINT "plan_section_owner_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_planVersionId_section_fkey" FOREIGN KEY ("planVersionId", "section") REFERENCES "plan_section"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_stage" ADD CONSTRAINT "plan_stage_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_stage_owner" ADD CONSTRAINT "plan_stage_owner_planVersionId_stage_fkey" FOREIGN KEY ("planVersionId", "stage") REFERENCES "plan_stage"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_stage_owner" ADD CONSTRAINT "plan_stage_owner_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_stage_step_group" ADD CONSTRAINT "plan_stage_step_group_planVersionId_stage_fkey" FOREIGN KEY ("planVersionId", "stage") REFERENCES "plan_stage"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_stage_step_group" ADD CONSTRAINT "plan_stage_step_group_planVersionId_stepGroup_fkey" FOREIGN KEY ("planVersionId", "stepGroup") REFERENCES "plan_step_group"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_step_group" ADD CONSTRAINT "plan_step_group_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_step" ADD CONSTRAINT "plan_step_planVersionId_stepGroup_fkey" FOREIGN KEY ("planVersionId", "stepGroup") REFERENCES "plan_step_group"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_step_group_note" ADD CONSTRAINT "plan_step_group_note_planVersionId_stepGroup_fkey" FOREIGN KEY ("planVersionId", "stepGroup") REFERENCES "plan_step_group"("planVersionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_gate" ADD CONSTRAINT "plan_gate_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_gate" ADD CONSTRAINT "plan_gate_planVersionId_beforeStage_fkey" FOREIGN KEY ("planVersionId", "beforeStage") REFERENCES "plan_stage"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_gate" ADD CONSTRAINT "plan_gate_planVersionId_afterStage_fkey" FOREIGN KEY ("planVersionId", "afterStage") REFERENCES "plan_stage"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_gate_voter" ADD CONSTRAINT "plan_gate_voter_planVersionId_gate_fkey" FOREIGN KEY ("planVersionId", "gate") REFERENCES "plan_gate"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_gate_voter" ADD CONSTRAINT "plan_gate_voter_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_gate_check" ADD CONSTRAINT "plan_gate_check_planVersionId_gate_fkey" FOREIGN KEY ("planVersionId", "gate") REFERENCES "plan_gate"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_gate_check" ADD CONSTRAINT "plan_gate_check_planVersionId_check_fkey" FOREIGN KEY ("planVersionId", "check") REFERENCES "plan_check"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_role" ADD CONSTRAINT "plan_role_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_row" ADD CONSTRAINT "plan_row_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_contact" ADD CONSTRAINT "plan_contact_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_contact" ADD CONSTRAINT "plan_contact_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_channel" ADD CONSTRAINT "plan_channel_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approval_wanted" ADD CONSTRAINT "plan_approval_wanted_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approval_wanted" ADD CONSTRAINT "plan_approval_wanted_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approver" ADD CONSTRAINT "plan_approver_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approver" ADD CONSTRAINT "plan_approver_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "command" ADD CONSTRAINT "command_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- From here on written by hand: what Prisma's schema cannot say. A test looks for these triggers, so that none is lost.

-- The log and the plan versions only ever grow. Rights say so too, where the application has a role of its own; the triggers
-- also stop the owner of the tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or removed (% refused).', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- A part of a plan version is written in the transaction that writes the version, or never.
CREATE FUNCTION refuse_late_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM plan_version WHERE id = NEW."planVersionId" AND xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'Plan version % is complete: nothing is added to its %.', NEW."planVersionId", TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

DO $$
DECLARE
  part text;
  parts text[] := ARRAY[
    'plan_agenda_item',
    'plan_agenda_topic',
    'plan_approval_wanted',
    'plan_blue_green',
    'plan_canary_note',
    'plan_canary_stage',
    'plan_channel',
    'plan_check',
    'plan_code_block',
    'plan_contact',
    'plan_criterion',
    'plan_followup',
    'plan_followup_task',
    'plan_gate',
    'plan_gate_check',
    'plan_gate_voter',
    'plan_goal',
    'plan_goal_group',
    'plan_item',
    'plan_observation_window',
    'plan_playbook',
    'plan_playbook_step',
    'plan_review',
    'plan_role',
    'plan_rollback',
    'plan_rollback_step',
    'plan_rollback_step_owner',
    'plan_rollbacker',
    'plan_row',
    'plan_section',
    'plan_section_owner',
    'plan_stage',
    'plan_stage_owner',
    'plan_stage_step_group',
    'plan_step',
    'plan_step_group',
    'plan_step_group_note',
    'plan_trigger',
    'plan_window_owner'
  ];
BEGIN
  FOREACH part IN ARRAY parts || ARRAY['event', 'plan_version', 'plan_approval'] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', part);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
  END LOOP;
  FOREACH part IN ARRAY parts LOOP
    EXECUTE format('CREATE TRIGGER never_late BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION refuse_late_part()', part);
  END LOOP;
END
$$;
