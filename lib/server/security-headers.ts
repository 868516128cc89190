const TWO_YEARS_S = 63_072_000;

/** Headers of every answer, whatever it is: for the pages (proxy.ts) and for the server itself. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(isHttps ? { "strict-transport-security": `max-age=${TWO_YEARS_S}` } : {}),
  };
}

type Policy = {
  nonce: string;
  publicOrigin: string;
  isDevelopment: boolean;
  /** The one origin that pages may frame; null = none. */
  framed?: string | null;
};

/**
 * The policy of one page (SR-9). Scripts and style sheets run by nonce; style attributes stay open for what Radix and Recharts
 * set. Sockets are named as well, because older Safari does not take ws: for 'self'.
 */
export function contentSecurityPolicy({ nonce, publicOrigin, isDevelopment, framed = null }: Policy): string {
  const sockets = publicOrigin.replace(/^http/, "ws");
  const directives = {
    "default-src": "'none'",
    // React's development build rebuilds the server's stack traces with eval.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": `'self' ${sockets}`,
    "manifest-src": "'self'",
    "worker-src": "'self'",
    ...(framed === null ? {} : { "frame-src": framed }),
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
