-- AlterEnum
ALTER TYPE "SourceKind" ADD VALUE 'json';
