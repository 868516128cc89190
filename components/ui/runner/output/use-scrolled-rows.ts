"use client";

import { type RefObject, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from "react";

export const ROW_PX = 20;
/** Drawn above and below what is seen, so that a fast hand sees no gap. */
const SPARE_ROWS = 20;
/** So near to the end counts as the end. */
const NEAR_PX = 8;

type Scrolled = { top: number; before: number; height: number; whole: number };

/**
 * Whether it follows after a scroll: up stops it, down to the end goes on with it. Where nothing moved, the browser only tells late of
 * what was scrolled for somebody: who has paused by then stays where he is.
 */
export function followsAfter(isFollowing: boolean, { top, before, height, whole }: Scrolled): boolean {
  const isAtEnd = top + height >= whole - NEAR_PX;
  if (top > before) return isFollowing || isAtEnd;
  return top < before - 1 && !isAtEnd ? false : isFollowing;
}

type Wanted = { box: RefObject<HTMLElement | null>; count: number; dropped: number; isWhole: boolean };
type Seen = { first: number; last: number };

/**
 * Which rows of a long list are drawn. While it follows it stays at the end; who scrolls up stops that, who comes back to the end goes on
 * with it. Rows that are dropped at the top, or come there, do not move what is read.
 */
export function useScrolledRows({ box, count, dropped, isWhole }: Wanted) {
  const [isFollowing, setFollowing] = useState(true);
  const [seen, setSeen] = useState<Seen>({ first: 0, last: 60 });
  const before = useRef({ count, dropped, isWhole, top: 0 });

  const look = () => {
    const element = box.current;
    if (element === null) return;
    const first = Math.max(0, Math.floor(element.scrollTop / ROW_PX) - SPARE_ROWS);
    const last = Math.ceil((element.scrollTop + element.clientHeight) / ROW_PX) + SPARE_ROWS;
    setSeen((old) => (old.first === first && old.last === last ? old : { first, last }));
  };
  const lookAgain = useRef(look);
  lookAgain.current = look;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const old = before.current;
    // The beginning has come to the end that was there: what is read moves down by as many rows.
    const added = !old.isWhole && isWhole ? count - old.count : 0;
    if (isFollowing) element.scrollTop = element.scrollHeight;
    else element.scrollTop += (added - (dropped - old.dropped)) * ROW_PX;
    before.current = { count, dropped, isWhole, top: element.scrollTop };
    lookAgain.current();
  }, [box, count, dropped, isWhole, isFollowing]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watcher = new ResizeObserver(() => lookAgain.current());
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [box]);

  const onScroll = ({ currentTarget: element }: UIEvent<HTMLElement>) => {
    const { scrollTop: top, clientHeight: height, scrollHeight: whole } = element;
    const moved = { top, before: before.current.top, height, whole };
    setFollowing((isSo) => followsAfter(isSo, moved));
    before.current = { ...before.current, top };
    look();
  };
  const showRow = (row: number) => {
    const element = box.current;
    if (element === null) return;
    setFollowing(false);
    element.scrollTop = Math.max(0, row * ROW_PX - element.clientHeight / 2);
    before.current = { ...before.current, top: element.scrollTop };
    look();
  };
  return { seen, isFollowing, setFollowing, onScroll, showRow };
}
