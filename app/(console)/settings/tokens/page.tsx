import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokenDialog } from "@/components/settings/token-dialog";
import { TokenList, type TokenView } from "@/components/settings/token-list";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { services } from "@/lib/server/composition";
import { environment } from "@/lib/server/environment";
import { people } from "@/lib/server/people-composition";
import { actorOf, requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tokens"))("title") };
}

type Dated = { expiresAt: number; revokedAt: number | null };

function stateOf({ expiresAt, revokedAt }: Dated, now: number): TokenView["state"] {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "good";
}

/** Keys for programs. */
export default async function TokensPage() {
  const viewer = await requireViewer("/settings/tokens");
  const isAdministrator = viewer.permissions.includes("administrator");
  const [t, tokens, now] = await Promise.all([
    getTranslations("settings.tokens"),
    people().listTokens({ actor: actorOf(viewer) }),
    services().now(),
  ]);
  const rows = tokens
    .map((token) => ({ ...token, owner: token.personName, state: stateOf(token, now) }))
    .sort((one, other) => Number(other.state === "good") - Number(one.state === "good"));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={isAdministrator ? t("leadAdministrator") : t("lead")}
        actions={<TokenDialog publicUrl={environment().publicUrl} />}
      />
      {rows.length === 0 ? <Empty title={t("empty")}>{t("emptyLead")}</Empty> : <TokenList tokens={rows} />}
    </>
  );
}
