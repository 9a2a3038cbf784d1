// The VS Code extension: starts `lawcheck lsp`, gives it the settings, and shows in the status bar what it found.
// What is checked, and how, is all in the server.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const NAME = "lawcheck";
const LANGUAGES = ["plaintext", "markdown", "html"];
const SCHEMES = ["file", "untitled"];

let client;
let status;

function settings() {
  return vscode.workspace.getConfiguration(NAME);
}

function program() {
  return settings().get("path") || NAME;
}

function newClient() {
  const server = { command: program(), args: ["lsp"] };
  return new LanguageClient(NAME, NAME, server, {
    documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
    initializationOptions: { [NAME]: settings() },
    synchronize: { configurationSection: NAME },
  });
}

async function start() {
  client = newClient();
  try {
    await client.start();
    showStatus();
  } catch {
    showStatus();
    const open = vscode.l10n.t("Settings");
    const log = vscode.l10n.t("Log");
    const told = vscode.l10n.t(
      "{0} cannot be started. Install it with pip install 'lawcheck[lsp]', or set its full path.",
      program(),
    );
    const answer = await vscode.window.showErrorMessage(told, open, log);
    if (answer === open) {
      vscode.commands.executeCommand("workbench.action.openSettings", `${NAME}.path`);
    } else if (answer === log) {
      client.outputChannel.show();
    }
  }
}

async function stop() {
  // One that never started cannot be stopped.
  if (client && client.isRunning()) {
    await client.stop();
  }
}

async function restart() {
  await stop();
  if (client) {
    await client.dispose();
  }
  await start();
}

/** Whether a document is one that the server checks. */
function isChecked(document) {
  return LANGUAGES.includes(document.languageId) && SCHEMES.includes(document.uri.scheme);
}

/** Shows how many findings the document has that is in front. */
function showStatus() {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isChecked(editor.document)) {
    status.hide();
    return;
  }
  if (!client || !client.isRunning()) {
    status.text = `$(circle-slash) ${NAME}`;
    status.tooltip = vscode.l10n.t("The language server is not running");
    status.show();
    return;
  }
  const found = vscode.languages.getDiagnostics(editor.document.uri).filter((each) => each.source === NAME);
  const count = (severities) => found.filter((each) => severities.includes(each.severity)).length;
  const { Error, Warning, Information, Hint } = vscode.DiagnosticSeverity;
  const numbers = [count([Error]), count([Warning]), count([Information, Hint])];
  status.text = found.length ? `$(warning) ${NAME} ${found.length}` : `$(check) ${NAME}`;
  status.tooltip = found.length
    ? vscode.l10n.t("{0} errors, {1} warnings, {2} notes", ...numbers)
    : vscode.l10n.t("Nothing found");
  status.show();
}

function fixAll() {
  return vscode.commands.executeCommand("editor.action.codeAction", {
    kind: `source.fixAll.${NAME}`,
    apply: "first",
  });
}

async function activate(context) {
  status = vscode.window.createStatusBarItem(NAME, vscode.StatusBarAlignment.Right, 100);
  status.name = NAME;
  status.command = "workbench.actions.view.problems";
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand(`${NAME}.fixAll`, fixAll),
    vscode.commands.registerCommand(`${NAME}.restart`, restart),
    vscode.commands.registerCommand(`${NAME}.showOutput`, () => client.outputChannel.show()),
    vscode.window.onDidChangeActiveTextEditor(showStatus),
    vscode.languages.onDidChangeDiagnostics(showStatus),
    vscode.workspace.onDidChangeConfiguration((event) =>
      event.affectsConfiguration(`${NAME}.path`) ? restart() : undefined,
    ),
  );
  showStatus();
  await start();
}

module.exports = { activate, deactivate: stop };
