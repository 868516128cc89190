// The import table of ARCHITECTURE.md as data: from a layer → the layers it may reach. Rules are made from it below.
const pure = ["domain", "analysis", "plan-text"];
const mayReach = {
  domain: ["domain"],
  analysis: ["analysis", "domain"],
  "plan-text": ["plan-text", "domain"],
  contracts: ["contracts", ...pure],
  ports: ["ports", "contracts", ...pure],
  services: ["services", "ports", "contracts", ...pure],
  adapters: ["adapters", "ports", "contracts", ...pure],
  engine: ["engine", "services", "ports", "contracts", ...pure],
  rehearsal: ["rehearsal", "services", "ports", "contracts", ...pure],
  runner: ["runner", "ports", "contracts", ...pure],
  i18n: ["i18n"],
  server: ["server", "i18n", "engine", "rehearsal", "adapters", "services", "ports", "contracts", ...pure],
  actions: ["actions", "server", "i18n", "contracts", ...pure],
  queries: ["queries", "actions", "contracts", ...pure],
};
const layers = Object.keys(mayReach);
const none = [];

/** Outside packages a layer may use, by name; layers that are not named here are free. */
const packages = {
  domain: none,
  analysis: none,
  "plan-text": [
    "unified",
    "remark-parse",
    "remark-gfm",
    "mdast",
    "@types/mdast",
    "unist",
    "mdast-util-to-markdown",
    "mdast-util-gfm-strikethrough",
    "mdast-util-gfm-table",
    "mdast-util-gfm-task-list-item",
    "yaml",
  ],
  contracts: ["zod"],
  ports: none,
  services: none,
  engine: none,
  rehearsal: none,
  runner: ["zod", "yaml"],
  server: [
    "next",
    "next-intl",
    "react",
    "socket.io",
    "socket.io-adapter",
    "pino",
    "prom-client",
    "zod",
    "ws",
    "server-only",
  ],
  i18n: ["next", "next-intl", "react"],
  actions: ["next", "react"],
  queries: ["@tanstack/react-query", "socket.io-client", "react"],
};
/** Layers without a machine under them: not even Node's own modules. */
const withoutNode = ["domain", "analysis", "plan-text", "contracts", "ports", "queries"];
/** Tests, and what only tests are made of. */
const tests = "(\\.test\\.tsx?$|/fixtures/)";
const inLib = (names) => `^lib/(${names.join("|")})/`;

const layerRules = layers.map((layer) => ({
  name: `${layer}-layer`,
  comment: `lib/${layer} may import ${mayReach[layer].join(", ")} and nothing else of ours.`,
  severity: "error",
  from: { path: inLib([layer]), pathNot: tests },
  to: { path: "^(lib|app|components|scripts|bench|e2e)/", pathNot: inLib(mayReach[layer]) },
}));

const packageRules = Object.entries(packages).map(([layer, names]) => ({
  name: `${layer}-packages`,
  comment: `Outside packages in lib/${layer}: ${names.join(", ") || "none"}.`,
  severity: "error",
  from: { path: inLib([layer]), pathNot: tests },
  to: { path: "node_modules/", ...(names.length === 0 ? {} : { pathNot: `node_modules/(${names.join("|")})(/|$)` }) },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: "pure-layers-have-no-machine",
      severity: "error",
      from: { path: inLib(withoutNode), pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "an-adapter-keeps-to-itself",
      severity: "error",
      from: { path: "^lib/adapters/([^/]+)/", pathNot: tests },
      to: { path: "^lib/adapters/", pathNot: "^lib/adapters/$1/" },
    },
    {
      name: "prisma-stays-in-its-adapter",
      severity: "error",
      from: { path: "^(lib|app|components)/", pathNot: ["^lib/adapters/postgres/", tests] },
      to: { path: "(node_modules/(@prisma|prisma)/|^lib/adapters/postgres/generated/)" },
    },
    {
      name: "components-show",
      comment:
        "Components reach rules, contracts, actions and queries; servers, services and adapters are out of sight.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^(app|scripts|bench|e2e|lib)/",
        pathNot: inLib([...pure, "contracts", "actions", "queries", "i18n"]),
      },
    },
    {
      name: "components-not-part-to-part",
      comment: "One part of a release does not import another part; what they share is in components/ui.",
      severity: "error",
      from: { path: "^components/([^/]+)/", pathNot: ["^components/ui/", tests] },
      to: { path: "^components/", pathNot: ["^components/$1/", "^components/ui/"] },
    },
    {
      name: "primitives-know-no-part",
      severity: "error",
      from: { path: "^components/ui/", pathNot: tests },
      to: { path: "^components/", pathNot: "^components/ui/" },
    },
    {
      name: "pages-compose",
      severity: "error",
      from: { path: "^(app/|proxy\\.ts$)", pathNot: tests },
      to: { path: "^lib/", pathNot: inLib([...pure, "contracts", "server", "actions", "queries", "i18n"]) },
    },
    {
      name: "product-needs-no-tool",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: tests },
      to: { path: "^(scripts|bench|e2e)/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: { path: "^(app|components|lib|scripts|bench|e2e)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|dist|\\.cache|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json", ".d.ts", ".d.mts"],
    },
  },
};
