import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/door/sign-in-form";
import { localPath } from "@/lib/domain/people/local-path";
import { getViewer } from "@/lib/server/session";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("door.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const target = localPath(typeof next === "string" ? next : undefined);
  if ((await getViewer()) !== null) redirect(target);
  return <SignInForm next={target} />;
}
