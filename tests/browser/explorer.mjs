// node explorer.mjs FOLDER [CHECK…]: opens the pages of a folder (see test_explorer.py) and says what is wrong with them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launched, opened, reported, until, violations } from "./browser.mjs";
import { differences } from "./answers.mjs";

const folder = process.argv[2];
const at = (name) => join(folder, `${name}.html`);
const dataOf = (name) => JSON.parse(/id="data">(.*?)<\/script>/s.exec(readFileSync(at(name), "utf8"))[1]);
const browser = await launched();
const state = (page) => page.evaluate(() => location.hash);
const text = (page, selector) => page.evaluate((where) => document.querySelector(where)?.textContent ?? "", selector);
const focused = (page) =>
    page.evaluate(() => {
        const of = document.activeElement;
        return of === null
            ? ""
            : `${of.tagName} ${of.id} ${of.getAttribute("aria-label") ?? of.textContent}`.slice(0, 90);
    });

async function with_(name, options, check) {
    const page = await opened(browser, at(name), options);
    try {
        return [...(await check(page)), ...page.faults];
    } finally {
        await page.context().close();
    }
}

const expect = (wrong, sentence) => (wrong ? [] : [sentence]);
const ALL = "layers=cooperation,membership,illicit,flow";

const checks = {
    opens_without_a_word_or_a_request: () =>
        with_("case", {}, async (page) => [
            ...expect((await text(page, "#counts")) !== "", "nothing is counted"),
            ...expect(
                (await page.evaluate(() => document.documentElement.dataset.core)) === "live",
                "the core does not run",
            ),
        ]),

    answers_what_python_answers: () => differences(at("case")),

    is_accessible_in_both_themes: async () => {
        const wrong = [];
        for (const theme of ["light", "dark"]) {
            wrong.push(
                ...(await with_("case", { theme }, async (page) => {
                    const found = [];
                    for (const hash of [
                        "",
                        "open=actor+ID.EMB",
                        "open=tie+T026&month=2022-08",
                        "tab=ways&measure=degree",
                        "tab=whatif&scenarios=without_embassy,police_attache",
                        "view=table",
                        "view=flows",
                    ]) {
                        await page.evaluate((to) => {
                            location.hash = to;
                        }, hash);
                        found.push(...(await violations(page)).map((item) => `${theme} #${hash}: ${item}`));
                    }
                    return found;
                })),
            );
        }
        return wrong;
    },

    every_actor_and_tie_is_there_as_text: () =>
        with_("case", { hash: `view=table&${ALL}` }, async (page) => {
            const data = dataOf("case");
            const rows = await page.evaluate(() =>
                [...document.querySelectorAll("#view-table tbody")].map((body) =>
                    [...body.rows].map((row) => row.textContent),
                ),
            );
            const ties = data.ties.filter(
                (tie) =>
                    !rows[0].some(
                        (row) =>
                            row.startsWith(data.actors[tie.source].short.en) &&
                            row.includes(data.actors[tie.target].short.en),
                    ),
            );
            const actors = data.inside
                .map((row) => data.actors[row])
                .filter((actor) => !rows[1].some((row) => row.startsWith(actor.name.en)));
            const drawn = await page.evaluate(() =>
                [...document.querySelectorAll("#picture [data-of]")]
                    .filter((part) => (part.getAttribute("aria-label") ?? "").length < 3)
                    .map((part) => part.dataset.of),
            );
            return [
                ...data.sources
                    .filter(
                        (source, i) =>
                            data.ties.some((tie) => tie.sources.includes(i)) &&
                            !rows[2].some((row) => row.startsWith(source.id) && row.includes(source.title)),
                    )
                    .map((source) => `no row of ${source.id}`),
                ...expect(rows[0].length === data.ties.length, `${rows[0].length} rows of ${data.ties.length} ties`),
                ...ties.map((tie) => `no row says ${tie.id}`),
                ...actors.map((actor) => `no row names ${actor.id}`),
                ...drawn.map((part) => `nothing is read aloud for ${part}`),
            ];
        }),

    every_control_is_reached_by_keys: async () => {
        const wrong = [];
        for (const hash of [
            "",
            "tab=ways",
            "tab=whatif&scenarios=without_embassy",
            "view=table",
            "open=actor+ID.EMB",
        ]) {
            wrong.push(
                ...(await with_("case", { hash }, async (page) => {
                    const wanted = await page.evaluate(() => {
                        const seen = [
                            ...document.querySelectorAll("button, select, input, summary, a[href], [tabindex='0']"),
                        ].filter((item) => item.checkVisibility() && item.tabIndex >= 0 && !item.disabled);
                        seen.forEach((item, i) => item.setAttribute("data-stop", String(i)));
                        return seen.map((item) => `${item.tagName} ${item.id} ${item.textContent.slice(0, 40)}`);
                    });
                    const reached = new Set();
                    await page.evaluate(() => document.activeElement?.blur());
                    for (let i = 0; i < wanted.length + 5; ++i) {
                        await page.keyboard.press("Tab");
                        reached.add(await page.evaluate(() => document.activeElement?.getAttribute("data-stop")));
                    }
                    return wanted
                        .filter((_, i) => !reached.has(String(i)))
                        .map((item) => `#${hash}: no Tab reaches ${item}`);
                })),
            );
        }
        return wrong;
    },

    works_by_keys_alone: () =>
        with_("case", {}, async (page) => {
            const wrong = [];
            await page.keyboard.press("/");
            await page.keyboard.type("kedutaan phnom"); // a name in the other language
            await page.keyboard.press("ArrowDown");
            await page.keyboard.press("Enter");
            wrong.push(
                ...expect((await state(page)).includes("open=actor+ID.EMB"), `search opened ${await state(page)}`),
            );
            wrong.push(...expect((await text(page, "#live")).includes("Embassy"), "nobody is told what was opened"));
            await page.keyboard.press("Escape");
            await page.evaluate(() => document.activeElement.blur());
            await page.keyboard.press("Escape");
            wrong.push(...expect(!(await state(page)).includes("open="), "Esc does not clear"));
            await page.focus("#picture .actor[tabindex='0']");
            const first = await focused(page);
            await page.keyboard.press("ArrowRight");
            await page.keyboard.press("ArrowDown");
            wrong.push(...expect((await focused(page)) !== first, "arrows do not move in the picture"));
            await page.keyboard.press("Enter");
            wrong.push(...expect((await state(page)).includes("open=actor"), "Enter does not open"));
            await page.focus("#legend .chip");
            await page.keyboard.press("Space");
            wrong.push(...expect((await state(page)).includes("layers=membership"), "Space does not switch a layer"));
            await page.keyboard.press("Space");
            await page.focus("#month");
            await page.keyboard.press("ArrowLeft");
            wrong.push(
                ...expect((await state(page)).includes("month=2022-11"), `the slider says ${await state(page)}`),
            );
            wrong.push(...expect(/\d+\/\d+/.test(await text(page, "#legend")), "no n/m in the legend"));
            await page.focus("#tab-facts");
            await page.keyboard.press("ArrowRight");
            wrong.push(...expect((await focused(page)).includes("tab-ways"), "arrows do not move between tabs"));
            return wrong;
        }),

    a_link_leads_back: () =>
        with_("case", { hash: "tab=ways&from=ID.MCARE&to=KH.PSNH&month=2022-08&lines=report" }, async (page) => [
            ...expect(
                (await page.evaluate(() => document.querySelector("#from").value)) === "ID.MCARE",
                "from is lost",
            ),
            ...expect((await text(page, "#time strong")) === "Aug 2022", "the month is lost"),
            ...expect(
                await page.evaluate(() => document.querySelector("#panel-ways").checkVisibility()),
                "the tab is lost",
            ),
            ...expect(
                (await page.evaluate(() => [...document.querySelectorAll(".chip[aria-pressed='false']")].length)) >= 3,
                "the filter is lost",
            ),
        ]),

    finds_ways_and_says_where_there_is_none: () =>
        with_("case", { hash: "tab=ways" }, async (page) => {
            const ways = await text(page, "#panel-ways");
            await page.selectOption("#from", "ID.LPSK");
            await page.selectOption("#to", "KH.NCB");
            const none = await text(page, "#panel-ways");
            return [
                ...expect(
                    ways.includes("Diplomatic: 3 steps") && ways.includes("Police: 5 steps"),
                    `ways: ${ways.slice(0, 300)}`,
                ),
                ...expect(
                    ways.includes("Weakest step: inferred") && ways.includes("S07"),
                    "no weakest step, no sources",
                ),
                ...expect(ways.includes("Every way passes: Cambodian police"), "nobody says whom all ways pass"),
                ...expect(none.includes("No way in the record"), `no answer: ${none.slice(0, 300)}`),
            ];
        }),

    says_what_a_change_does: () =>
        with_("case", { hash: "tab=whatif" }, async (page) => {
            const wrong = [];
            await page.check(".switch:has-text('Without the embassy') input");
            let said = await text(page, "#panel-whatif");
            wrong.push(
                ...expect(said.includes("lost") && said.includes("none"), `without the embassy: ${said.slice(0, 400)}`),
            );
            wrong.push(
                ...expect(said.includes("cn.scenario.compare") && said.includes("coopnet whatif"), "not said in code"),
            );
            wrong.push(
                ...expect(
                    (await page.evaluate(() => document.querySelectorAll("#picture .actor.removed").length)) === 1,
                    "nobody is crossed out",
                ),
            );
            await page.check(".switch:has-text('With a police attaché') input");
            wrong.push(
                ...expect(
                    (await page.evaluate(() => document.querySelectorAll("#picture .new-actor").length)) === 1,
                    "nobody is added",
                ),
            );
            await page.click(".by-hand summary");
            await page.selectOption(".by-hand select >> nth=0", "KH.CNP");
            await page.click(".by-hand button >> nth=0");
            said = await text(page, "#panel-whatif");
            wrong.push(...expect(said.includes("Without Cambodian police"), "the change by hand is not listed"));
            return wrong;
        }),

    without_webassembly_prepared_scenarios_remain: () =>
        with_(
            "case",
            {
                hash: "tab=whatif&scenarios=without_embassy",
                before: () => Reflect.deleteProperty(globalThis, "WebAssembly"),
            },
            async (page) => {
                const said = await text(page, "#panel-whatif");
                await page.click("#tab-ways");
                const ways = await text(page, "#panel-ways");
                return [
                    ...expect(
                        (await page.evaluate(() => document.documentElement.dataset.core)) === "prepared",
                        "it says the core runs",
                    ),
                    ...expect(
                        said.includes("Prepared changes only") && said.includes("lost"),
                        `prepared: ${said.slice(0, 400)}`,
                    ),
                    ...expect(
                        ways.includes("Police: 6 steps") && ways.includes("Diplomatic: no way in the record"),
                        `prepared ways: ${ways.slice(0, 300)}`,
                    ),
                ];
            },
        ),

    speaks_the_other_language: () =>
        with_("case", { hash: "open=tie+T026" }, async (page) => {
            await page.click("button[lang=id]");
            const said = await page.evaluate(() => document.body.innerText);
            const keys = await page.evaluate(() =>
                [...document.querySelectorAll("*")]
                    .flatMap((item) => [
                        item.getAttribute("aria-label") ?? "",
                        ...[...item.childNodes]
                            .filter(
                                (node) => node.nodeType === 3 && item.tagName !== "SCRIPT" && item.tagName !== "STYLE",
                            )
                            .map((node) => node.data),
                    ])
                    .filter((value) => /\b(explore|page|status)\.[a-z_]+/.test(value)),
            );
            return [
                ...expect(
                    said.includes("Jalur") &&
                        said.includes("menurut pernyataan") &&
                        said.includes("Indonesia dan Kamboja"),
                    "not all of it",
                ),
                ...expect(
                    (await page.evaluate(() => document.title)).includes("Indonesia dan Kamboja"),
                    "the title stays",
                ),
                ...keys.map((value) => `a key without text: ${value}`),
            ];
        }),

    saves_a_table_that_runs_nothing: () =>
        with_("hostile", { hash: "view=table" }, async (page) => {
            const [download] = await Promise.all([
                page.waitForEvent("download"),
                page.click("#view-table .btn >> nth=1"),
            ]);
            const saved = readFileSync(await download.path(), "utf8");
            return [
                ...expect(saved.startsWith("name,kind,country"), `header: ${saved.slice(0, 60)}`),
                ...expect(saved.includes("'=1+1") && !/(^|,)=1/m.test(saved), `a formula: ${saved.slice(0, 300)}`),
            ];
        }),

    sorts: () =>
        with_("case", { hash: "view=table" }, async (page) => {
            const column = () =>
                page.evaluate(() =>
                    [...document.querySelectorAll("#view-table table:first-of-type tbody tr")]
                        .map((row) => row.cells[3].textContent)
                        .filter((cell) => cell !== ""),
                );
            await page.click("#view-table th >> nth=3 >> button");
            const up = await column();
            const said = await page.evaluate(() =>
                document.querySelectorAll("#view-table th")[3].getAttribute("aria-sort"),
            );
            return [
                ...expect(said === "ascending", `aria-sort is ${said}`),
                ...expect(
                    up.slice(0, 100).every((cell, i) => i === 0 || up[i - 1] <= cell || i > 90),
                    `not sorted: ${up.slice(0, 5)}`,
                ),
            ];
        }),

    takes_names_as_names: () =>
        with_("hostile", { hash: "view=table" }, async (page) => {
            const wide = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            const said = await text(page, "#view-table");
            await page.evaluate(() => {
                location.hash = "open=actor+A1";
            });
            const facts = await text(page, "#panel-facts");
            return [
                ...expect(!(await page.evaluate(() => globalThis.hacked)), "a name ran"),
                ...expect(
                    said.includes("<img src=x onerror=") && facts.includes("<img src=x onerror="),
                    "a name is not shown as it is",
                ),
                ...expect(said.includes("الشرطة"), "a name from right to left is not shown"),
                ...expect(
                    (await page.evaluate(() => document.querySelectorAll("img").length)) === 0,
                    "a name became an element",
                ),
                ...expect(wide <= 0, `the page is ${wide} px too wide`),
            ];
        }),

    opens_of_one_actor_and_of_none: async () => [
        ...(await with_("one", {}, async (page) =>
            expect((await text(page, "#counts")).startsWith("1 actor,"), "one actor is not counted"),
        )),
        ...(await with_("none", {}, async (page) =>
            expect((await text(page, "#counts")).startsWith("0 actors,"), "none is not counted"),
        )),
        ...(await with_("none", { hash: "tab=whatif" }, async () => [])),
        ...(await with_("one", { hash: "view=table&tab=ways" }, async () => [])),
    ],

    works_in_a_notebook_cell: async () => {
        const page = await opened(browser, at("notebook"), { ready: false });
        const frame = page.frames()[1];
        const core = await until(
            () => frame.evaluate(() => document.documentElement.dataset.core ?? ""),
            "the core in the cell",
        );
        await frame.click(".chip");
        await frame.click("#tab-whatif");
        await frame.check(".switch:nth-of-type(1) input");
        const said = await frame.evaluate(() => document.querySelector("#panel-whatif").textContent);
        const faults = page.faults;
        await page.context().close();
        return [
            ...expect(core === "live", `core: ${core}`),
            ...expect(said.includes("Before"), "no answer"),
            ...faults,
        ];
    },

    keeps_the_place_of_who_goes_by_keys: () =>
        with_("case", { hash: "open=actor+ID.EMB" }, async (page) => {
            await page.focus("#panel-facts .ties .line");
            await page.keyboard.press("Enter");
            const facts = await focused(page);
            await page.click("#tab-whatif");
            await page.click(".by-hand summary");
            await page.focus(".by-hand details button");
            await page.keyboard.press("Enter");
            const edited = await focused(page);
            return [
                ...expect(facts.startsWith("H2"), `after opening a tie the focus is on ${facts}`),
                ...expect(edited.startsWith("BUTTON"), `after a change by hand the focus is on ${edited}`),
            ];
        }),

    clears_filters: () =>
        with_("case", { hash: "lines=report&kinds=police&relation=reports" }, async (page) => {
            const before = await text(page, "#counts");
            await page.click("#legend > .btn");
            return [
                ...expect(before !== (await text(page, "#counts")), "nothing is cleared"),
                ...expect(!/lines|kinds|relation/.test(await state(page)), `left: ${await state(page)}`),
            ];
        }),

    fits_a_phone: () =>
        with_("case", { width: 390, height: 844, hash: "tab=picture" }, async (page) => {
            const wrong = [];
            for (const tab of ["picture", "facts", "ways", "whatif"]) {
                await page.click(`#tab-${tab}`);
                const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                const tabs = await page.evaluate(
                    () => innerHeight - document.querySelector(".tabs").getBoundingClientRect().bottom,
                );
                wrong.push(
                    ...expect(wide <= 0, `${tab} is ${wide} px too wide`),
                    ...expect(Math.abs(tabs) < 2, `${tab}: tabs ${tabs} px above the edge`),
                );
            }
            await page.click("#view-switch button >> nth=1");
            const cell = await page.evaluate(() =>
                Math.min(...[...document.querySelectorAll("#view-table td")].map((item) => item.clientWidth)),
            );
            wrong.push(...expect(cell > 40, `a column of the table is ${cell} px wide`));
            await page.click("#view-switch button >> nth=0");
            const left = await page.evaluate(() => document.querySelector("#picture").scrollLeft);
            wrong.push(...expect(left > 200, `the picture is at ${left}, not at the river`));
            return wrong;
        }),

    shows_no_small_text: () =>
        with_("case", { width: 1280, height: 720 }, async (page) => {
            const small = await page.evaluate(() =>
                [...document.querySelectorAll("body *")]
                    .filter(
                        (item) =>
                            item.checkVisibility() &&
                            [...item.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""),
                    )
                    .filter((item) => parseFloat(getComputedStyle(item).fontSize) < 12)
                    .map((item) => `${item.tagName} ${item.textContent.slice(0, 30)}`),
            );
            return small;
        }),
};

try {
    const only = process.argv.slice(3);
    await reported(
        Object.fromEntries(Object.entries(checks).filter(([name]) => only.length === 0 || only.includes(name))),
    );
} finally {
    await browser.close();
}
