// Bundles each page's script and style sheet, and the programs that tests ask through node:
// node build.mjs PAGES TESTS, two folders.
import { build } from "esbuild";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [pages, tests] = [process.argv[2] ?? "../../build/pages", process.argv[3] ?? "../../build/page-tests"];
const shared = { bundle: true, target: "es2022", charset: "utf8", logLevel: "warning" };

await build({
    ...shared,
    entryPoints: ["explorer.ts", "explorer.css", "player.ts", "player.css"]
        .map((name) => join(here, "src", name))
        .filter(existsSync),
    outdir: resolve(here, pages),
    minify: true,
    format: "iife",
    legalComments: "none",
});
await build({
    ...shared,
    entryPoints: readdirSync(join(here, "tests")).filter((name) => name.endsWith(".ts")).map((name) => join(here, "tests", name)),
    outdir: resolve(here, tests),
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
});
