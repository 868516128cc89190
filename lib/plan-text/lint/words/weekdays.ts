/** The seven days from Sunday on; the forms stand in the same order in every row, the longer before what it contains. */
export const WEEKDAYS: readonly (readonly string[])[] = [
  ["星期日", "周日", "sunday", "sun"],
  ["星期一", "周一", "monday", "mon"],
  ["星期二", "周二", "tuesday", "tue"],
  ["星期三", "周三", "wednesday", "wed"],
  ["星期四", "周四", "thursday", "thu"],
  ["星期五", "周五", "friday", "fri"],
  ["星期六", "周六", "saturday", "sat"],
];
