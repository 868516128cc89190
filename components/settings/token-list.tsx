import { useTranslations } from "next-intl";
import { ConfirmCall } from "@/components/ui/confirm-call";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import { useMoment } from "@/components/ui/use-moment";

export type TokenView = {
  id: string;
  name: string;
  owner: string;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
  state: "good" | "revoked" | "expired";
};

const TONES: Record<TokenView["state"], StateTone> = { good: "go", revoked: "stopped", expired: "skipped" };

function TokenRow({ token }: { token: TokenView }) {
  const t = useTranslations("settings.tokens");
  const moment = useMoment();
  const { id, name, owner, createdAt, expiresAt, lastUsedAt, state } = token;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1.2fr)_minmax(0,1.2fr)_5.5rem]">
      <div className="min-w-0">
        <p className="text-md font-bold wrap-anywhere">{name}</p>
        <p className="text-sm wrap-anywhere text-ink-3">{t("actsAs", { who: owner })}</p>
      </div>
      <div className="text-sm text-ink-2">
        <p>{t("createdAt", { at: moment(createdAt) })}</p>
        <p>{lastUsedAt === null ? t("neverUsed") : t("usedAt", { at: moment(lastUsedAt) })}</p>
      </div>
      <div>
        <StateMark tone={TONES[state]}>{t(`state.${state}`)}</StateMark>
        <p className="text-sm text-ink-3">{t("until", { at: moment(expiresAt) })}</p>
      </div>
      <div className="md:text-right">
        {state === "good" ? (
          <ConfirmCall
            label={t("revoke")}
            name={name}
            title={t("revokeTitle", { name })}
            lines={[t("revokeLine"), ...(lastUsedAt === null ? [] : [t("usedAt", { at: moment(lastUsedAt) })])]}
            confirmLabel={t("revokeConfirm")}
            done={t("revoked", { name })}
            wanted={[{ method: "DELETE", path: `/api/v1/tokens/${id}` }]}
          />
        ) : null}
      </div>
    </li>
  );
}

/** Tokens, those that still open something first. */
export function TokenList({ tokens }: { tokens: TokenView[] }) {
  const t = useTranslations("settings.tokens");
  return (
    <ul aria-label={t("title")} className="border-t border-line-strong">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </ul>
  );
}
