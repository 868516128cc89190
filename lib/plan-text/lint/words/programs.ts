/** Programs that need a screen with windows. */
export const DESKTOP_PROGRAMS = ["open", "xdg-open", "start", "explorer", "gnome-open", "chrome", "firefox"] as const;
/** Programs that need somebody at a terminal. */
export const EDITORS = ["vim?", "nano", "emacs", "less", "more", "top", "htop"] as const;

/** Commands that run until they are stopped. */
export const ENDLESS_SHAPES: readonly RegExp[] = [
  /^\s*(?:sudo\s+)?watch\s/,
  /\btail\s+(?:-\w+\s+)*-\w*[fF]\b/,
  /\b(?:kubectl|oc|docker|docker-compose)\b[^|]*\blogs\b[^|]*\s(?:-f|--follow)\b/,
  /\bjournalctl\b[^|]*\s(?:-f|--follow)\b/,
  /^\s*stern\s/,
];

/** Images that are not what a release brings. */
export const INFRASTRUCTURE_IMAGES: readonly string[] = [
  "nginx",
  "postgres",
  "mysql",
  "redis",
  "busybox",
  "alpine",
  "ubuntu",
  "debian",
  "curl",
  "kubectl",
  "node",
  "python",
  "openjdk",
  "envoy",
  "haproxy",
];
