import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisplayCodeForm } from "@/components/door/display-code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("door.display"))("title") };
}

/** What a screen in the room shows before anybody has given it a release: where its six digits go. */
export default function OpenDisplayPage() {
  return <DisplayCodeForm />;
}
