import { type Chapter, chapterOf, nameOf, runsOf, type Writing } from "./chapter";
import { boldLine, heading, labelledLine, list, table } from "./nodes";
import { durationText, inBrackets } from "./phrases";

export function windowsChapter({ plan, phrases }: Writing): Chapter | null {
  const separator = plan.language === "zh" ? "、" : ", ";
  const rows = plan.windows.map(({ text, focus, ownersText }) => [text, focus.join(separator), ownersText]);
  return chapterOf(plan.windows, [heading(2, phrases.windows), table(phrases.windowColumns, rows)]);
}

export function criteriaChapter({ plan, phrases }: Writing): Chapter | null {
  const groups = runsOf(plan.criteria, ({ group }) => group).flatMap(({ key, parts }) => [
    ...(key === phrases.criteria ? [] : [boldLine(key)]),
    list(parts.map(({ text, ticked }) => ({ text, checked: ticked }))),
  ]);
  return chapterOf(plan.criteria, [heading(2, phrases.criteria), ...groups]);
}

export function reviewChapter({ plan, phrases }: Writing): Chapter | null {
  const { review, language } = plan;
  if (review === null) return null;
  const agenda = review.agenda.map(({ name, minutes, topics }) => ({
    text: minutes === null ? name : `${name}${inBrackets(durationText(minutes, language), language)}`,
    below: topics.map(nameOf),
  }));
  return chapterOf(
    [review],
    [
      heading(2, phrases.review),
      ...(review.whenText === null ? [] : [labelledLine(phrases.when, review.whenText)]),
      ...(review.whoText === null ? [] : [labelledLine(phrases.who, review.whoText)]),
      ...(agenda.length === 0 ? [] : [boldLine(phrases.agenda), list(agenda, { ordered: true })]),
      ...(review.output === null ? [] : [labelledLine(phrases.output, review.output)]),
    ],
  );
}

export function contactsChapter({ plan, phrases, roles }: Writing): Chapter | null {
  const rows = plan.contacts.map(({ role, person, phone, email }) => [
    roles.name(role),
    person,
    phone ?? "",
    email ?? "",
  ]);
  return chapterOf(plan.contacts, [heading(2, phrases.contacts), table(phrases.contactColumns, rows)]);
}

export function channelsChapter({ plan, phrases }: Writing): Chapter | null {
  const items = plan.channels.map(({ name, address }) => ({ text: `${name}: ${address}` }));
  return chapterOf(plan.channels, [heading(2, phrases.channels), list(items)]);
}
