import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Wall } from "@/components/wall/wall-live";
import { type Locale, resolveLocale, resolveTheme } from "@/lib/i18n/locale";
import { loadNamespace } from "@/lib/i18n/messages";
import { readPreferences } from "@/lib/i18n/preferences";
import { flattenWords, type Words } from "@/lib/i18n/words";
import { services } from "@/lib/server/composition";
import { redactSnapshot } from "@/lib/server/redact-snapshot";
import { runners } from "@/lib/server/runner-composition";
import { displayFor, getViewer } from "@/lib/server/session";

/** Names no release: whoever may not look must not learn from the title which one it is. */
export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPreferences();
  return { title: flattenWords(await loadNamespace(locale, "wall"))["title"] ?? "" };
}

type Query = { display?: string; lang?: string; theme?: string; kiosk?: string };
type WallPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** The wall's own words and those sentences of the domain that it can say. */
async function wallWords(locale: Locale): Promise<Words> {
  const [own, phrases] = await Promise.all([loadNamespace(locale, "wall"), loadNamespace(locale, "phrases")]);
  const { event = {}, condition = {}, word = {}, verdict = {} } = phrases;
  const shared = Object.entries({ event, condition, word, verdict });
  return {
    ...flattenWords(own),
    ...Object.assign(
      {},
      ...shared.map(([key, part]) => (typeof part === "string" ? {} : flattenWords(part, `phrases.${key}.`))),
    ),
  };
}

export default async function WallPage({ params, searchParams }: WallPageProps) {
  const [{ id }, query, preferences, viewer] = await Promise.all([
    params,
    searchParams,
    readPreferences(),
    getViewer(),
  ]);
  const display = viewer === null ? await displayFor(id, query.display) : null;
  if (viewer === null && display === null) redirect(`/sign-in?next=${encodeURIComponent(`/wall/${id}`)}`);
  const snapshot = await services().getReleaseSnapshot({ releaseId: id });
  if (snapshot === null) notFound();
  const outputs = await runners().readShownOutputs(snapshot.state);
  const locale = resolveLocale({ query: query.lang, cookie: preferences.locale });
  return (
    <Wall
      snapshot={redactSnapshot({ ...snapshot, outputs })}
      viewer={viewer}
      displayToken={display?.token}
      words={await wallWords(locale)}
      locale={locale}
      theme={resolveTheme({ query: query.theme, cookie: preferences.theme })}
      kiosk={query.kiosk === "1"}
    />
  );
}
