// Starts `calque lsp` for prose, shows its state, and adds commands.
import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, State } from "vscode-languageclient/node";

const languages = [
    "markdown", "mdx", "plaintext", "html", "latex", "tex", "restructuredtext", "asciidoc", "git-commit",
];
let client: LanguageClient | undefined;
let status: vscode.StatusBarItem;

function createClient(): LanguageClient {
    const settings = vscode.workspace.getConfiguration("calque");
    const server: ServerOptions = { command: settings.get<string>("path", "calque"), args: ["lsp"] };
    const options: LanguageClientOptions = {
        documentSelector: [
            ...languages.map((language) => ({ language })),
            { language: "lua", pattern: "**/.calque.lua" },
        ],
        initializationOptions: settings,
        synchronize: { configurationSection: "calque" },
    };
    return new LanguageClient("calque", "calque", server, options);
}

function showState(state: State): void {
    const words = {
        [State.Running]: ["$(check) calque", "calque checks this text"],
        [State.Starting]: ["$(sync~spin) calque", "calque is starting"],
        [State.Stopped]: ["$(warning) calque", "calque is not running"],
    };
    [status.text, status.tooltip] = words[state];
}

function showStatusFor(editor: vscode.TextEditor | undefined): void {
    if (editor && languages.includes(editor.document.languageId)) {
        status.show();
    } else {
        status.hide();
    }
}

async function start(): Promise<void> {
    client = createClient();
    client.onDidChangeState((event) => showState(event.newState));
    showState(State.Starting);
    try {
        await client.start();
    } catch (problem) {
        showState(State.Stopped);
        const path = vscode.workspace.getConfiguration("calque").get("path");
        const choice = await vscode.window.showErrorMessage(`calque cannot be started as “${path}”: ${problem}`, "Settings");
        if (choice) {
            await vscode.commands.executeCommand("workbench.action.openSettings", "calque.path");
        }
    }
}

async function restart(): Promise<void> {
    if (client?.needsStop()) {
        await client.stop();
    }
    await start();
}

async function fixAll(): Promise<void> {
    await vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.calque", apply: "first" });
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
    status = vscode.window.createStatusBarItem("calque", vscode.StatusBarAlignment.Right);
    status.name = "calque";
    status.command = "calque.showLog";
    showStatusFor(vscode.window.activeTextEditor);
    context.subscriptions.push(
        status,
        vscode.window.onDidChangeActiveTextEditor(showStatusFor),
        vscode.commands.registerCommand("calque.fixAllHere", fixAll),
        vscode.commands.registerCommand("calque.restart", restart),
        vscode.commands.registerCommand("calque.showLog", () => client?.outputChannel.show()),
    );
    await start();
}

export function deactivate(): Promise<void> | undefined {
    return client?.needsStop() ? client.stop() : undefined;
}
