// Months, counted from January of year 0, and the days from 1970-01-01 that they begin and end with.

import type { Tie } from "../data.ts";

const DAY = 86_400_000;

export function firstDayOf(month: number): number {
    return Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY);
}

export function lastDayOf(month: number): number {
    return firstDayOf(month + 1) - 1;
}

/** Whether something says when a tie held, even if only from when or until when. */
export function isDated(tie: Tie): boolean {
    return tie.first !== null || tie.last !== null;
}

/** How many dated ties may hold in each month, or in each span of several. */
export function heights(ties: readonly Tie[], first: number, months: number, step = 1): number[] {
    return Array.from({ length: months / step }, (_, i) => {
        const [begin, end] = [firstDayOf(first + step * i), lastDayOf(first + step * i + step - 1)];
        return ties.filter(
            (tie) =>
                isDated(tie) && (tie.first === null || tie.first <= end) && (tie.last === null || tie.last >= begin),
        ).length;
    });
}
