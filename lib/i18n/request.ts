import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "./messages";
import { readPreferences } from "./preferences";

export default getRequestConfig(async () => {
  const { locale } = await readPreferences();
  return { locale, messages: await loadMessages(locale), timeZone: "Asia/Shanghai" };
});
