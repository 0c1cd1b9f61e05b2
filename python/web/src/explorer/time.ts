// Months as bars, a slider over them, and all times at once.

import { byId, el, svgElement } from "../dom.ts";
import { announce } from "../frame.ts";
import type { Context } from "./context.ts";
import { heights } from "./months.ts";
import { spanId } from "./state.ts";

export function showTime(context: Context, count: () => number): () => void {
    const place = byId("time");
    const { data, store, words } = context;
    const span = data.explore.window;
    if (span === null) {
        place.hidden = true;
        return () => undefined;
    }
    const bars = heights(data.ties, span.first, span.months, span.step);
    const most = Math.max(1, ...bars);
    const chart = svgElement("svg", {
        viewBox: `0 0 ${bars.length * 10} 24`,
        preserveAspectRatio: "none",
        class: "bars",
        "aria-hidden": "true",
    });
    const drawn = bars.map((height, i) => {
        const tall = Math.max(height > 0 ? 2 : 0, (22 * height) / most);
        const bar = svgElement("rect", { x: i * 10 + 1, y: 24 - tall, width: 8, height: tall });
        bar.addEventListener("click", () => store.set({ month: span.first + span.step * i }));
        chart.append(bar);
        return bar;
    });
    const slider = el("input", { type: "range", min: 0, max: bars.length - 1, step: 1, id: "month" });
    const label = el("label", { for: "month" });
    const said = el("strong");
    const all = el("button", { class: "btn" });
    const years = el("div", { class: "years", "aria-hidden": "true" });
    const every = span.months > 120 ? 5 : 1;
    for (let year = Math.ceil(span.first / 12 / every) * every; year * 12 < span.first + span.months; year += every) {
        const mark = el("span", {}, String(year));
        mark.style.left = `${(100 * (year * 12 - span.first)) / span.months}%`;
        years.append(mark);
    }
    slider.addEventListener("input", () => store.set({ month: span.first + span.step * Number(slider.value) }));
    all.addEventListener("click", () => store.set({ month: null }));
    place.append(el("div", { class: "said" }, label, said), el("div", { class: "months" }, chart, slider, years), all);

    const show = (): void => {
        const { month } = store.state;
        const text = month === null ? words.say("explore.any_time") : words.date(spanId(month, span.step));
        label.textContent = words.say("explore.in_force");
        said.textContent = text;
        all.textContent = words.say("explore.all");
        all.setAttribute("aria-pressed", String(month === null));
        if (month !== null) slider.value = String(Math.round((month - span.first) / span.step));
        else slider.value = slider.max;
        slider.setAttribute("aria-valuetext", `${text}: ${words.count("explore.ties", count())}`);
        drawn.forEach((bar, i) => bar.classList.toggle("on", month === null || span.first + span.step * i === month));
        place.classList.toggle("any", month === null);
    };
    store.onChange((state, before) => {
        if (state.month === before.month) return;
        announce(`${said.textContent}: ${words.count("explore.ties", count())}`);
    });
    words.onChange(show);
    return show;
}
