import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  // The image optimiser is a way to make the server fetch; nothing here needs it.
  images: { unoptimized: true },
  // `npm run check` type-checks once, with the same settings, before anything is built.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "@prisma/client", "pino", "prom-client"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
