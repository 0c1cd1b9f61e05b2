// node player.mjs FOLDER: opens the player's pages of a folder (see test_player.py) in Chromium with the network cut, and
// says what is wrong with each check.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../../python/web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axe = require("axe-core").source;

const folder = process.argv[2];
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-background-networking", "--disable-component-update", "--no-first-run", ...sandbox],
});

async function on(name, options, check) {
    const { hash = "", width = 1280, height = 720, theme = "light", clock = false } = options;
    const context = await browser.newContext({
        viewport: { width, height },
        offline: true,
        colorScheme: theme,
        reducedMotion: "reduce",
        acceptDownloads: true,
    });
    const page = await context.newPage();
    const faults = [];
    page.on("console", (message) => faults.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
    });
    page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
    });
    if (clock) await page.clock.install();
    const file = join(folder, name);
    await page.goto(`file://${file}${hash}`);
    const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(readFileSync(file, "utf8"))?.[1] ?? "null");
    try {
        return [...(await check(page, data)), ...faults];
    } finally {
        await context.close();
    }
}

const expect = (right, sentence) => (right ? [] : [sentence]);
const text = (page, where) => page.evaluate((at) => document.querySelector(at)?.textContent ?? "", where);
const press = (page, ...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const step = async (page) => Number(/\d+/.exec(await text(page, "#card .count"))[0]);
const marked = (page, selector) => page.evaluate((at) => document.querySelectorAll(at).length, selector);

async function violations(page, where) {
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
    const found = await page.evaluate(async () =>
        (await globalThis.axe.run(document, { resultTypes: ["violations"] })).violations.map(
            (item) =>
                `${item.id}: ${item.nodes
                    .slice(0, 2)
                    .map((node) => node.html.slice(0, 150))
                    .join(" | ")}`,
        ),
    );
    return found.map((item) => `${where}: ${item}`);
}

/** What is cut at the side, and letters that are too small to read. */
const unfit = (page) =>
    page.evaluate(() => {
        const found = [];
        if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than the screen");
        for (const control of document.querySelectorAll("header .btn, header select, #bar .btn, #bar select")) {
            const box = control.getBoundingClientRect();
            if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
                found.push(`cut: ${control.outerHTML.slice(0, 80)}`);
            if (box.height > 0 && box.height < 43.5) found.push(`small target: ${control.outerHTML.slice(0, 80)}`);
        }
        const scale =
            document.querySelector("#picture > svg").clientWidth /
            document.querySelector("#picture > svg").viewBox.baseVal.width;
        for (const element of document.querySelectorAll("body *")) {
            const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
            if (!own || !element.checkVisibility() || element.closest(".unseen, script, style") !== null) continue;
            const size = parseFloat(getComputedStyle(element).fontSize) * (element.closest("svg") !== null ? scale : 1);
            if (size < 11.95) found.push(`${size} px: ${element.textContent.slice(0, 40)}`);
        }
        return found;
    });

const checks = {
    tells_each_step_by_keys_alone: () =>
        on("case.html", {}, async (page, data) => {
            const wrong = [];
            for (const [i, said] of data.steps.entries()) {
                if (i > 0) await press(page, ["ArrowRight", " ", "PageDown"][i % 3]);
                const card = await text(page, "#card");
                wrong.push(
                    ...expect((await step(page)) === i + 1, `at step ${i + 1} the card says ${await step(page)}`),
                    ...expect(card.includes(said.title.en) && card.includes(said.text.en), `step ${i + 1} is not told`),
                    ...expect(
                        said.sources.every((row) => card.includes(data.sources[row].id)),
                        `step ${i + 1} lacks a source`,
                    ),
                    ...expect(
                        said.acting.every((row) => card.includes(data.actors[row].short.en)),
                        `step ${i + 1} lacks who acts`,
                    ),
                    ...expect((await text(page, "#live")).includes(said.text.en), `step ${i + 1} is not announced`),
                );
                const drawn = said.acting.filter((row) => data.picture.boxes.some((box) => box.actor === row));
                wrong.push(
                    ...expect((await marked(page, ".ring:not(.hidden)")) === drawn.length, `step ${i + 1}: rings`),
                );
                const lines = data.picture.lines.filter((line) => line.ties.some((tie) => said.ties.includes(tie)));
                wrong.push(
                    ...expect(
                        (await marked(page, ".tie.lit[role=listitem][data-of^=line]")) === lines.length,
                        `step ${i + 1}: lit ties`,
                    ),
                );
            }
            await press(page, "ArrowRight");
            wrong.push(...expect((await step(page)) === data.steps.length, "goes past the last step"));
            return wrong;
        }),

    keys_do_what_they_say: () =>
        on("demo.html", {}, async (page) => {
            const wrong = [];
            const at = async (key, n) => {
                await press(page, key);
                wrong.push(...expect((await step(page)) === n, `${key}: step ${await step(page)} in place of ${n}`));
            };
            await at("End", 7);
            await at("PageUp", 6);
            await at("ArrowLeft", 5);
            await at("3", 3);
            await at("Home", 1);
            await at("ArrowLeft", 1);
            await press(page, "b");
            wrong.push(
                ...expect((await page.evaluate(() => location.hash)) === "#report/i247_down", "B takes no branch"),
            );
            await press(page, "b", "b", "b");
            wrong.push(...expect((await page.evaluate(() => location.hash)) === "#report", "B does not come round"));
            await press(page, "n");
            wrong.push(...expect((await text(page, "#note")).startsWith("Ask the class"), "no note"));
            wrong.push(...expect(await page.isVisible("#notes"), "N shows no notes"));
            await press(page, "n");
            wrong.push(...expect(!(await page.isVisible("#notes")), "N hides no notes"));
            await press(page, "t");
            wrong.push(
                ...expect(
                    (await page.evaluate(() => document.documentElement.dataset.theme)) === "dark",
                    "T is not dark",
                ),
            );
            await page.evaluate(() => {
                window.print = () => {
                    document.title = "printed";
                };
            });
            await press(page, "p");
            wrong.push(...expect((await page.title()) === "printed", "P does not print"));
            await press(page, "f");
            await page.waitForTimeout(300);
            wrong.push(...expect(await page.evaluate(() => document.fullscreenElement !== null), "F fills no screen"));
            wrong.push(...expect(!(await page.isVisible("header")), "the header stays in full screen"));
            return wrong;
        }),

    every_control_is_reached_by_tab: () =>
        on("demo.html", { hash: "#referral" }, async (page) => {
            const wanted = await page.evaluate(
                () =>
                    [...document.querySelectorAll("button, select, summary")].filter(
                        (one) => one.checkVisibility() && !one.disabled,
                    ).length,
            );
            const seen = new Set();
            for (let i = 0; i < wanted + 10; i++) {
                await press(page, "Tab");
                seen.add(
                    await page.evaluate(() => {
                        const one = document.activeElement;
                        return one.matches("button, select, summary")
                            ? [...document.querySelectorAll("button, select, summary")].indexOf(one)
                            : -1;
                    }),
                );
            }
            seen.delete(-1);
            return expect(seen.size === wanted, `Tab reaches ${seen.size} of ${wanted} controls`);
        }),

    a_focused_button_keeps_its_space_bar: () =>
        on("demo.html", { hash: "#referral" }, async (page) => {
            await page.focus("[data-choice='0 0']");
            await press(page, "Space");
            return [
                ...expect((await step(page)) === 2, "the space bar went on"),
                ...expect((await text(page, "[data-choice='0 0']")).startsWith("✓"), "the space bar chose nothing"),
                ...expect(
                    (await page.evaluate(() => document.activeElement.dataset.choice)) === "0 0",
                    "the choice lost the focus",
                ),
            ];
        }),

    exercises_answer_what_the_network_says: () =>
        on("demo.html", { hash: "#referral" }, async (page, data) => {
            const wrong = [];
            for (const [branch] of [{}, ...data.branches].entries()) {
                for (const [i, choice] of data.exercises[0].choices.entries()) {
                    await page.click(`[data-choice='0 ${i}']`);
                    const answer = choice.answers[branch];
                    const mark = (await text(page, `[data-choice='0 ${i}']`)).slice(0, 1);
                    wrong.push(
                        ...expect(mark === (answer.right ? "✓" : "–"), `branch ${branch}, choice ${i}: ${mark}`),
                    );
                    const box = await text(page, ".exercise");
                    for (const way of answer.outcome.ways) {
                        wrong.push(
                            ...expect(
                                box.includes(way.actors.map((row) => data.actors[row].short.en).join(" → ")),
                                `branch ${branch}, choice ${i}: a pathway is not named`,
                            ),
                        );
                    }
                    const lit = answer.outcome.ways.length === 0 ? null : answer.outcome.ways[0].actors.length;
                    if (lit !== null)
                        wrong.push(
                            ...expect(
                                (await marked(page, ".actor.lit[data-of^=actor]")) === lit,
                                `branch ${branch}, choice ${i}: lit`,
                            ),
                        );
                }
                await press(page, "b");
            }
            await press(page, "b");
            await page.click(".exercise > button");
            wrong.push(...expect(!/[✓–] /.test(await text(page, ".choices")), "asked again, the answers stay"));
            return wrong;
        }),

    branches_show_what_is_gone_and_what_is_new: () =>
        on("demo.html", { hash: "#bureaus" }, async (page, data) => {
            const wrong = [];
            const row = (id) => data.actors.findIndex((actor) => actor.id === id);
            const visible = (of) =>
                page.evaluate(
                    (name) => getComputedStyle(document.querySelector(`[data-of="${name}"]`)).display !== "none",
                    of,
                );
            wrong.push(...expect(!(await visible(`actor ${row("A.ATT")}`)), "the attaché is there without its branch"));
            await page.selectOption("#branch", "3");
            wrong.push(...expect(await visible(`actor ${row("A.ATT")}`), "the attaché is not in its branch"));
            await page.selectOption("#branch", "2");
            wrong.push(
                ...expect(await visible(`removed actor ${row("A.EMB")}`), "the closed embassy is not hatched"),
                ...expect(!(await visible(`actor ${row("A.EMB")}`)), "the closed embassy stands beside itself"),
                ...expect(!(await visible(`actor ${row("A.ATT")}`)), "the attaché stays"),
            );
            const card = await text(page, ".branch");
            wrong.push(
                ...expect(
                    card.includes("4 By the embassy") && card.includes("7 Return"),
                    `lost steps are not named: ${card}`,
                ),
                ...expect(card.includes("lost"), "no pathway is lost in words"),
                ...expect((await text(page, "#card")).includes("independent"), "numbers without their convention"),
                ...expect((await marked(page, ".part.lost")) === 3, "the bar does not show lost steps"),
            );
            await page.click(".branch .jump");
            wrong.push(
                ...expect(
                    (await page.evaluate(() => location.hash)) === "#embassy/embassy_closed",
                    "a lost step is no way to it",
                ),
            );
            wrong.push(
                ...expect(
                    (await text(page, ".branch .fate")).startsWith("This step is lost"),
                    "the lost step does not say so",
                ),
            );
            return wrong;
        }),

    places_never_move: () =>
        on("demo.html", {}, async (page, data) => {
            const places = () =>
                page.evaluate(() =>
                    [...document.querySelectorAll("[data-of^=actor] > path:first-of-type")]
                        .map((path) => path.getAttribute("d"))
                        .join(),
                );
            const first = await places();
            const wrong = [];
            for (let i = 0; i < data.steps.length; i++) {
                await press(page, "ArrowRight", "b");
                wrong.push(
                    ...expect(
                        (await places()) === first,
                        `places moved at ${await page.evaluate(() => location.hash)}`,
                    ),
                );
            }
            await page.click("[lang=id].btn");
            wrong.push(...expect((await places()) === first, "places moved with the language"));
            return wrong;
        }),

    speaks_both_languages: () =>
        on("case.html", { hash: "#tasking/without_embassy" }, async (page, data) => {
            await page.click("[lang=id].btn");
            const shown = await page.evaluate(() => document.body.innerText);
            const said = data.steps[5];
            const english = Object.entries(data.texts.en)
                .filter(
                    ([key, value]) =>
                        key.startsWith("play.") &&
                        !value.includes("{") &&
                        value.length > 8 &&
                        data.texts.id[key] !== value &&
                        shown.includes(value),
                )
                .map(([key]) => key);
            return [
                ...expect(
                    shown.includes(said.title.id) && shown.includes(said.text.id),
                    "the step is not told in Indonesian",
                ),
                ...expect(!shown.includes(said.text.en), "the step is still told in English"),
                ...english.map((key) => `still in English: ${key}`),
                ...expect(
                    (await page.evaluate(() => document.documentElement.lang)) === "id",
                    "the page's language is not said",
                ),
            ];
        }),

    is_accessible_in_both_themes: async () => {
        const wrong = [];
        for (const theme of ["light", "dark"]) {
            wrong.push(
                ...(await on("demo.html", { theme }, async (page) => {
                    const found = [];
                    for (const hash of ["#report", "#referral/embassy_closed", "#bureaus/attache"]) {
                        await page.evaluate((to) => {
                            location.hash = to;
                        }, hash);
                        found.push(...(await violations(page, `${theme} ${hash}`)));
                    }
                    await page.click("[data-choice='1 0']");
                    await press(page, "n");
                    await page.evaluate(() =>
                        document.querySelectorAll("details").forEach((one) => {
                            one.open = true;
                        }),
                    );
                    await page.evaluate(() =>
                        document.querySelector("[data-of='actor 0']").dispatchEvent(new MouseEvent("click")),
                    );
                    return [...found, ...(await violations(page, `${theme} answered`))];
                })),
            );
            wrong.push(
                ...(await on("case.html", { theme, hash: "#i247/without_attache" }, (page) =>
                    violations(page, `${theme} case`),
                )),
            );
            for (const name of ["handout.html", "answers.html"]) {
                wrong.push(...(await on(`kit/${name}`, { theme }, (page) => violations(page, `${theme} ${name}`))));
            }
        }
        return wrong;
    },

    every_actor_and_tie_is_there_as_text: () =>
        on("case.html", {}, async (page, data) => {
            const names = await page.evaluate(() =>
                [...document.querySelectorAll("[data-of^=actor]")].map((one) => one.getAttribute("aria-label")),
            );
            const lines = await page.evaluate(() =>
                [...document.querySelectorAll("[data-of^=line]")].map((one) => one.getAttribute("aria-label")),
            );
            const told = new Set();
            for (const said of data.steps) {
                const card = await text(page, "#card");
                for (const row of said.ties)
                    if (card.includes(data.actors[data.ties[row].source].name.en)) told.add(row);
                await press(page, "ArrowRight");
            }
            const all = new Set(data.steps.flatMap((said) => said.ties));
            return [
                ...expect(
                    data.picture.boxes.every((box) =>
                        names.some((name) => name.endsWith(data.actors[box.actor].name.en)),
                    ),
                    "an actor has no name",
                ),
                ...expect(
                    lines.length === data.picture.lines.length && lines.every((label) => label?.length > 10),
                    "a line says nothing",
                ),
                ...expect(told.size === all.size, `${all.size - told.size} ties of steps are not told in full`),
            ];
        }),

    an_actor_opens_by_keyboard: () =>
        on("demo.html", {}, async (page) => {
            await page.focus("[data-of^=actor][tabindex='0']");
            await press(page, "ArrowDown", "Enter");
            return [
                ...expect(await page.isVisible("#part"), "nothing opened"),
                ...expect((await text(page, "#part")).includes("step"), "its steps are not named"),
                ...expect((await step(page)) === 1, "an arrow key on the picture changed the step"),
            ];
        }),

    fits_projector_laptop_and_phone: async () => {
        const wrong = [];
        for (const [width, height] of [
            [1920, 1080],
            [1280, 720],
            [1440, 900],
            [1024, 768],
            [390, 844],
        ]) {
            for (const [name, hash] of [
                ["case.html", "#tasking/police_attache"],
                ["demo.html", "#referral/embassy_closed"],
            ]) {
                for (const lang of ["en", "id"]) {
                    const found = await on(name, { hash, width, height }, async (page) => {
                        await page.click(`[lang=${lang}].btn`);
                        return unfit(page);
                    });
                    wrong.push(...found.map((item) => `${name} ${width} ${lang}: ${item}`));
                }
            }
        }
        return wrong;
    },

    what_acts_is_seen_without_scrolling: () =>
        on("case.html", {}, async (page, data) => {
            const wrong = [];
            for (const said of data.steps) {
                const seen = await page.evaluate(() => {
                    const column = document.querySelector("#picture").getBoundingClientRect();
                    return [...document.querySelectorAll(".ring:not(.hidden)")].some((ring) => {
                        const box = ring.getBoundingClientRect();
                        return (
                            box.top >= column.top &&
                            box.bottom <= column.bottom &&
                            box.left >= column.left &&
                            box.right <= column.right
                        );
                    });
                });
                const drawn = said.acting.some((row) => data.picture.boxes.some((box) => box.actor === row));
                wrong.push(...expect(seen || !drawn, `nobody who acts is seen at ${said.id}`));
                await press(page, "ArrowRight");
            }
            return wrong;
        }),

    a_deep_link_opens_its_step_and_branch: () =>
        on("case.html", { hash: "#i247/without_i247" }, async (page) => [
            ...expect((await step(page)) === 4, "the step is another one"),
            ...expect((await text(page, ".branch")).includes("Without"), "the branch is not taken"),
        ]),

    plays_by_itself_until_the_end: () =>
        on("demo.html", { clock: true }, async (page) => {
            await page.selectOption("#speed", "5");
            await page.click("#play");
            const seen = [];
            for (let i = 0; i < 8; i++) {
                seen.push(await step(page));
                await page.clock.runFor(5001);
            }
            return [
                ...expect(seen.join() === "1,2,3,4,5,6,7,7", `it played ${seen.join()}`),
                ...expect((await page.getAttribute("#play", "aria-label")) === "Play", "it does not stop at the end"),
            ];
        }),

    prints_a_page_a_step: async () => {
        const pages = async (name, options = {}) => {
            let count = 0;
            const faults = await on(name, options, async (page) => {
                const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
                count = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
                return expect(
                    /MediaBox\s*\[0 0 84[12](\.\d+)? 59[456]/.test(pdf.toString("latin1")),
                    `${name} is not A4 landscape`,
                );
            });
            return [count, faults];
        };
        const wrong = [];
        for (const [name, count] of [
            ["case.html", 16],
            ["demo.html", 7],
            ["kit/handout.html", 8],
        ]) {
            const [found, faults] = await pages(name, { theme: "dark" });
            wrong.push(...faults, ...expect(found === count, `${name} prints ${found} pages in place of ${count}`));
        }
        return wrong;
    },

    nothing_is_cut_on_a_sheet: () =>
        on("case.html", {}, async (page) => {
            await page.emulateMedia({ media: "print" });
            await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
            return page.evaluate(() =>
                [...document.querySelectorAll(".sheet")].flatMap((sheet, i) => {
                    const words = sheet.querySelector(".words").getBoundingClientRect();
                    return [...sheet.querySelectorAll(".words > :not(.rules)")]
                        .filter((part) => part.getBoundingClientRect().bottom > words.bottom + 1)
                        .map((part) => `sheet ${i + 1}: ${part.textContent.slice(0, 60)}`);
                }),
            );
        }),

    saves_a_step_as_png: () =>
        on("case.html", { hash: "#i247" }, async (page) => {
            const [download] = await Promise.all([page.waitForEvent("download"), page.click("#image")]);
            const bytes = readFileSync(await download.path());
            return [
                ...expect(download.suggestedFilename() === "04-i247.png", download.suggestedFilename()),
                ...expect(
                    bytes.subarray(1, 4).toString() === "PNG" && bytes.readUInt32BE(16) > 2000,
                    "it is no PNG of that size",
                ),
            ];
        }),

    texts_that_are_markup_stay_texts: () =>
        on("hostile.html", {}, async (page, data) => {
            const wrong = [];
            for (const said of data.steps) {
                wrong.push(
                    ...expect(
                        (await text(page, "#card .text")) === said.text.en,
                        `changed: ${said.text.en.slice(0, 40)}`,
                    ),
                );
                await page.click("[data-choice]").catch(() => undefined);
                await press(page, "n", "b", "ArrowRight");
            }
            await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
            return [
                ...wrong,
                ...expect((await marked(page, "img, b, iframe")) === 0, "a text became an element"),
                ...expect((await page.evaluate(() => "hacked" in globalThis)) === false, "a text ran"),
                ...(await unfit(page)).filter((item) => !/ px:/.test(item)),
            ];
        }),

    text_from_right_to_left_runs_so: () =>
        on("hostile.html", { hash: "#rtl" }, async (page) =>
            expect(
                (await page.evaluate(() => getComputedStyle(document.querySelector("#card .text")).direction)) ===
                    "rtl",
                "it runs from the left",
            ),
        ),

    works_in_a_cell_of_a_notebook: () =>
        on("notebook.html", {}, async (page) => {
            const frame = page.frames()[1];
            await frame.click("#next");
            await frame.click("#theme");
            const count = await frame.evaluate(() => document.querySelector("#card .count").textContent);
            return expect(count === "Step 2 of 7", `in a frame it says ${count}`);
        }),

    plays_a_hundred_steps: () =>
        on("hundred.html", {}, async (page) => {
            await press(page, "End");
            return [...expect((await step(page)) === 100, "the last step is not reached"), ...(await unfit(page))];
        }),

    opens_fast_and_weighs_little: () =>
        on("case.html", {}, async (page) => {
            const ready = await page.evaluate(
                () => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
            );
            const size = readFileSync(join(folder, "case.html")).length;
            return [
                ...expect(ready < 2000, `it took ${ready} ms`),
                ...expect(size < 1_200_000, `it weighs ${size} bytes`),
            ];
        }),

    the_answer_sheet_says_what_is_right: () =>
        on("kit/answers.html", {}, async (page, data) => {
            const shown = await text(page, "#answers");
            return [
                ...expect(
                    data.exercises.every((one) => shown.includes(one.ask.en)),
                    "an exercise is missing",
                ),
                ...expect(
                    data.branches.every((one) => shown.includes(one.text.en)),
                    "a branch is missing",
                ),
                ...expect(
                    (await marked(page, "td.right")) ===
                        data.exercises
                            .flatMap((one) =>
                                one.choices.flatMap((choice) =>
                                    choice.answers.slice(
                                        0,
                                        one.choices.every((each) => each.actor === null) ? 1 : undefined,
                                    ),
                                ),
                            )
                            .filter((answer) => answer.right).length,
                    "what is right is not marked so",
                ),
            ];
        }),
};

const wanted = process.argv.slice(3);
const found = {};
for (const [name, check] of Object.entries(checks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
        found[name] = await check();
    } catch (error) {
        found[name] = [String(error.stack ?? error)];
    }
}
console.log(JSON.stringify(found, null, 1));
await browser.close();
