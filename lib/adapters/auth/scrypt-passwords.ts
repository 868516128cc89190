import { hashPassword } from "better-auth/crypto";
import type { PasswordHasher } from "@/lib/ports/keys";

/** The very function that better-auth verifies with. */
export const scryptPasswords: PasswordHasher = { hash: hashPassword };
