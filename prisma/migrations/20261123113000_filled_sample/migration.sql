-- AlterTable
ALTER TABLE "sample" ADD COLUMN     "filled" BOOLEAN NOT NULL DEFAULT false;
