-- Six digits that open a display once, within minutes, and the secret that it gets for them.
ALTER TABLE "display_link"
  ADD COLUMN "codeHash" TEXT,
  ADD COLUMN "codeExpiresAt" TIMESTAMPTZ(3),
  ADD COLUMN "pairedHash" TEXT;

CREATE UNIQUE INDEX "display_link_codeHash_key" ON "display_link"("codeHash");
CREATE UNIQUE INDEX "display_link_pairedHash_key" ON "display_link"("pairedHash");
