const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bMicroMessenger\/(\d+)/, "WeChat"],
  [/\bEdg(?:e|A|iOS)?\/(\d+)/, "Edge"],
  [/\bOPR\/(\d+)/, "Opera"],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
  [/\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/, "Chrome"],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** "Chrome 140 · Linux" of a User-Agent header, as far as it says so; null when it says nothing of the kind. */
export function browserWords(userAgent: string | null): string | null {
  const text = userAgent ?? "";
  const browser = BROWSERS.flatMap(([pattern, name]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${name} ${found[1] ?? ""}`.trim()];
  })[0];
  const system = SYSTEMS.find(([pattern]) => pattern.test(text))?.[1];
  const words = [browser, system].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(" · ");
}
