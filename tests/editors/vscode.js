// Drives VS Code (code-server) in a browser: opens article.md, expects the findings on the right words,
// makes a fix from the keyboard, and types until one is gone and another there. Pictures go to PICTURES.
const { chromium } = require("playwright-core");

const [, , address, folder, pictures, browserPath] = process.argv;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The words that are underlined, as the editor drew them: each squiggle is cut out of the line below it.
async function listUnderlined(page) {
    return page.evaluate(() => {
        const marks = [...document.querySelectorAll(".monaco-editor .squiggly-error, .monaco-editor .squiggly-warning, .monaco-editor .squiggly-info")];
        const lines = [...document.querySelectorAll(".monaco-editor .view-lines .view-line")];
        const found = marks.map((mark) => {
            const box = mark.getBoundingClientRect();
            const line = lines.find((one) => Math.abs(one.getBoundingClientRect().top - box.top) < 12);
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            let text = "";
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                for (let i = 0; i < node.length; i++) {
                    const range = document.createRange();
                    range.setStart(node, i);
                    range.setEnd(node, i + 1);
                    const letter = range.getBoundingClientRect();
                    const middle = letter.left + letter.width / 2;
                    if (letter.width && middle > box.left && middle < box.right) text += node.data[i];
                }
            }
            return { top: box.top, text: text.replace(/\u00a0/g, " ") };
        });
        return found.sort((a, b) => a.top - b.top).map((mark) => mark.text).join("|");
    });
}

async function expect(page, what, wanted) {
    let found;
    for (let i = 0; i < 150; i++) {
        found = await listUnderlined(page);
        if (found === wanted) return page.screenshot({ path: `${pictures}/vscode-${what}.png` });
        await wait(100);
    }
    throw new Error(`${what}: expected ${wanted}, found ${found}`);
}

async function openFile(page) {
    const host = new URL(address).host;
    const payload = JSON.stringify([["openFile", `vscode-remote://${host}${folder}/article.md`]]);
    await page.goto(`${address}/?folder=${folder}&payload=${encodeURIComponent(payload)}`);
    await page.waitForSelector(".monaco-editor .view-line", { timeout: 60000 });
    await page.click(".monaco-editor .view-line");
}

// The menu of fixes at the cursor; the editor says that there are none until it has heard of them.
async function openMenu(page) {
    for (let i = 0; i < 20; i++) {
        await page.keyboard.press("Control+.");
        await wait(700);
        if (await page.$(".action-widget .monaco-list-row")) return;
        await page.keyboard.press("Escape");
    }
    throw new Error("no menu of fixes");
}

async function main() {
    const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: { width: 1100, height: 600 } });
    try {
        await openFile(page);
        await expect(page, "opened", "it's own|Is.");
        await page.keyboard.press("Control+Home");
        for (let i = 0; i < 14; i++) await page.keyboard.press("ArrowRight");
        await openMenu(page);
        await page.screenshot({ path: `${pictures}/vscode-menu.png` });
        await page.keyboard.press("Enter");
        await expect(page, "fixed", "Is.");
        await page.keyboard.press("Control+End");
        await page.keyboard.type("The dog is it's own.\n");
        await expect(page, "typed", "Is.|it's own");
        await page.keyboard.press("Control+Alt+F");
        await expect(page, "all-fixed", "");
    } catch (problem) {
        await page.screenshot({ path: `${pictures}/vscode-failed.png` });
        throw problem;
    } finally {
        await browser.close();
    }
}

main().catch((problem) => {
    console.error(problem.message);
    process.exit(1);
});
