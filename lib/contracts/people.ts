import { z } from "zod";
import { PERMISSIONS } from "@/lib/domain/release/actor";
import { filledText } from "./text";

const name = filledText(120);
const permissions = z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length);
const secret = z.string().min(20).max(200);
const username = z.string().min(1).max(64);
const password = z.string().min(1).max(512);
const email = z.email().max(200).nullish();
const planContact = filledText(120).nullish();

export const SignIn = z.object({ username: z.string().min(1).max(200), password });
export const PasswordChange = z.object({ current: password, password });
export const Setup = z.object({ code: secret, name, username, password, email });
export const AcceptInvite = z.object({ secret, username, password });
export const NewInvite = z.object({
  name,
  email,
  planContact,
  permissions: permissions.default([]),
  validHours: z.int().min(1).max(720).default(72),
});
export const PersonChange = z.object({
  permissions: permissions.optional(),
  disabled: z.boolean().optional(),
  planContact: filledText(120).nullable().optional(),
});
export const NewToken = z.object({
  name,
  validDays: z.int().min(1).max(366).default(90),
});
/** Six digits, typed with or without a gap. */
export const DisplayCode = z.object({
  code: z
    .string()
    .max(20)
    .transform((typed) => typed.replaceAll(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/)),
});
export const NewDisplayLink = z.object({
  name,
  validHours: z.int().min(1).max(8784).nullable().default(72),
});
