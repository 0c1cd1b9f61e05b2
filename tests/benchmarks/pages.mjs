// node pages.mjs PAGE.html: milliseconds until the explorer can be used, and until each what-if click is answered.
import { launched, opened } from "../browser/browser.mjs";

const browser = await launched();
const found = { interactive: [], core: [], clicks: [] };
for (let run = 0; run < 5; ++run) {
    const page = await opened(browser, process.argv[2], { hash: "tab=whatif" });
    const seen = await page.evaluate(() => {
        const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? Infinity;
        const clicks = [];
        for (const box of document.querySelectorAll(".switch input")) {
            const begin = performance.now();
            box.click();
            clicks.push(performance.now() - begin);
        }
        return { interactive: at("interactive"), core: at("core"), clicks };
    });
    found.interactive.push(seen.interactive);
    found.core.push(seen.core);
    found.clicks.push(...seen.clicks);
    await page.context().close();
}
await browser.close();
console.log(JSON.stringify(found));
