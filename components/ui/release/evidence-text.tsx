import { ExternalLink } from "lucide-react";
import type { Evidence } from "@/lib/domain/release/state";

/** Where a link leads, short enough for a line: its last part, or the host. */
function linkText(link: string): string {
  const rest = link.replace(/^https?:\/\//, "").replace(/\/+$/, "");
  return rest.length <= 40 ? rest : `${rest.slice(0, 18)}…${rest.slice(-18)}`;
}

/** What somebody gave as proof, as written; only web addresses become links. */
export function EvidenceText({ evidence }: { evidence: Evidence }) {
  const isWeb = evidence.link !== undefined && /^https?:\/\//.test(evidence.link);
  return (
    <>
      {evidence.text === undefined ? null : <span className="break-words">{evidence.text}</span>}
      {evidence.text !== undefined && evidence.link !== undefined ? " · " : null}
      {evidence.link === undefined ? null : isWeb ? (
        <a
          href={evidence.link}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex items-baseline gap-1 break-all text-standby underline decoration-line-strong underline-offset-2 hover:decoration-current"
        >
          {linkText(evidence.link)}
          <ExternalLink aria-hidden className="size-3 self-center" />
        </a>
      ) : (
        <span className="break-all">{evidence.link}</span>
      )}
    </>
  );
}
