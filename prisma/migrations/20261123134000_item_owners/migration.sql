-- CreateTable
CREATE TABLE "plan_item_owner" (
    "planVersionId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "plan_item_owner_pkey" PRIMARY KEY ("planVersionId","item","position")
);

-- AddForeignKey
ALTER TABLE "plan_item_owner" ADD CONSTRAINT "plan_item_owner_planVersionId_item_fkey" FOREIGN KEY ("planVersionId", "item") REFERENCES "plan_item"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item_owner" ADD CONSTRAINT "plan_item_owner_planVersionId_role_fkey" FOREIGN KEY ("planVersionId", "role") REFERENCES "plan_role"("planVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version never changes once it is written: neither do the parts that say who owns its items.
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "plan_item_owner" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "plan_item_owner" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_late BEFORE INSERT ON "plan_item_owner" FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
