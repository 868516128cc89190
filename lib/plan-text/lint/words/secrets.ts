/** How secrets look in commands: the group `secret` is what nobody may read. `kind` is a word for both languages. */
export const SECRET_SHAPES: readonly { kind: string; variable: string; shape: RegExp }[] = [
  { kind: "private key", variable: "PRIVATE_KEY", shape: /(?<secret>-----BEGIN [A-Z ]*PRIVATE KEY-----)/ },
  { kind: "AWS key", variable: "AWS_ACCESS_KEY_ID", shape: /(?<secret>\bAKIA[0-9A-Z]{16}\b)/ },
  {
    kind: "token",
    variable: "TOKEN",
    shape: /(?<secret>\b(?:gh[pousr]_[A-Za-z0-9]{20,}|xox[abp]-[\w-]{10,}|glpat-[\w-]{10,}))/,
  },
  { kind: "token", variable: "TOKEN", shape: /\b(?:Bearer|Basic)\s+(?<secret>[A-Za-z0-9+/_.=-]{8,})/ },
  {
    kind: "password",
    variable: "PASSWORD",
    shape:
      /(?:(?:^|[\s;&"'?=])[\w-]*(?:password|passwd|pwd)(?:=|:\s*)|\s--?[\w-]*(?:password|passwd|pwd)\s+)["']?(?<secret>[^\s"'&|;]{4,})/i,
  },
  {
    kind: "token",
    variable: "TOKEN",
    shape:
      /(?:(?:^|[\s;&"'?=])[\w-]*(?:token|secret|(?:api|access)[_-]?key)(?:=|:\s*)|\s--?[\w-]*(?:token|secret|(?:api|access)[_-]?key)\s+)["']?(?<secret>[^\s"'&|;]{8,})/i,
  },
  { kind: "password", variable: "PASSWORD", shape: /\bmysql(?:dump|admin)?\b.*\s-p(?<secret>[^\s"'-][^\s"']{2,})/ },
  { kind: "password", variable: "PASSWORD", shape: /:\/\/[^\s:/@"']+:(?<secret>[^\s@/"']{3,})@/ },
  {
    kind: "password",
    variable: "PASSWORD",
    shape: /\bcurl\b.*\s(?:-u|--user)\s+["']?[^\s:"']+:(?<secret>[^\s"']{3,})/,
  },
];
