// A page in Chromium with the network cut: what it says on the console and asks for is held against it.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../python/web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
export const axeSource = require("axe-core").source;

const FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

export async function launched() {
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [...FLAGS, ...sandbox],
    });
}

/** Opens a file in a context of its own; `page.faults` lists what must not happen. */
export async function opened(
    browser,
    file,
    { hash = "", width = 1440, height = 900, theme = "light", before, ready = true } = {},
) {
    const context = await browser.newContext({
        viewport: { width, height },
        offline: true,
        colorScheme: theme,
        reducedMotion: "reduce",
        acceptDownloads: true,
    });
    if (before !== undefined) await context.addInitScript(before);
    const page = await context.newPage();
    page.faults = [];
    page.on("console", (message) => page.faults.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
        page.faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
    });
    page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) page.faults.push(`request: ${request.url()}`);
    });
    await page.goto(`file://${file}${hash === "" ? "" : `#${hash}`}`);
    // waitForFunction compiles a string, which the policy of the page forbids.
    if (ready)
        await until(() => page.evaluate(() => document.documentElement.dataset.core ?? ""), "the core, or its absence");
    return page;
}

export async function until(ask, what, most = 10_000) {
    const end = Date.now() + most;
    for (;;) {
        const answer = await ask();
        if (answer) return answer;
        if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

/** Runs checks one after the other; each says what is wrong, as a list of sentences. */
export async function reported(checks) {
    const found = {};
    for (const [name, check] of Object.entries(checks)) {
        try {
            found[name] = await check();
        } catch (error) {
            found[name] = [String(error.stack ?? error)];
        }
    }
    console.log(JSON.stringify(found));
}

export async function violations(page) {
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
    const results = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
        return violations.map(
            (item) =>
                `${item.id}: ${item.nodes
                    .slice(0, 3)
                    .map((node) => node.html.slice(0, 160))
                    .join(" | ")}`,
        );
    });
    return results;
}
