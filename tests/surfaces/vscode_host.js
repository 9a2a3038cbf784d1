// A stand-in for VS Code and its language client: runs the extension and writes what it does as JSON.
// Called as `node vscode_host.js EXTENSION SCENARIO`, where the scenario is JSON: settings, whether the server starts,
// the document in front and its findings, and the commands to run.
"use strict";

const Module = require("node:module");
const [extension, given] = process.argv.slice(2);
const scenario = JSON.parse(given);
const done = { clients: [], commands: {}, executed: [], errors: [], status: null, asked: [] };
const listeners = {};
const on = (name) => (listener) => {
  (listeners[name] ||= []).push(listener);
  return { dispose() {} };
};
const status = {
  show() { done.status = { text: this.text, tooltip: this.tooltip }; },
  hide() { done.status = null; },
};
const vscode = {
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  StatusBarAlignment: { Right: 2 },
  l10n: { t: (words, ...values) => words.replace(/\{(\d)\}/g, (_, number) => values[number]) },
  workspace: {
    getConfiguration: () => ({ ...scenario.settings, get: (key) => scenario.settings[key] }),
    onDidChangeConfiguration: on("configuration"),
  },
  window: {
    activeTextEditor: scenario.document && { document: scenario.document },
    createStatusBarItem: () => status,
    onDidChangeActiveTextEditor: on("editor"),
    showErrorMessage: async (words, ...answers) => {
      done.errors.push(words);
      return answers[scenario.answer];
    },
  },
  languages: { getDiagnostics: () => scenario.findings || [], onDidChangeDiagnostics: on("diagnostics") },
  commands: {
    registerCommand: (name, action) => { done.commands[name] = action; return { dispose() {} }; },
    executeCommand: (...words) => { done.executed.push(words); },
  },
};
class LanguageClient {
  constructor(id, name, server, options) {
    this.told = { server, options, log: [] };
    this.outputChannel = { show: () => this.told.log.push("shown") };
    done.clients.push(this.told);
  }
  async start() {
    if (!scenario.starts) throw new Error("no such program");
    this.running = true;
  }
  isRunning() { return Boolean(this.running); }
  async stop() { this.running = false; this.told.log.push("stopped"); }
  async dispose() { this.told.log.push("disposed"); }
}
const load = Module._load;
Module._load = (name, ...rest) => {
  if (name === "vscode") return vscode;
  return name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
};

(async () => {
  const { activate, deactivate } = require(extension);
  const context = { subscriptions: [] };
  await activate(context);
  for (const command of scenario.commands || []) await done.commands[command]();
  for (const setting of scenario.changed || []) {
    for (const listener of listeners.configuration) await listener({ affectsConfiguration: (name) => name === setting });
  }
  if (scenario.closes) await deactivate();
  process.stdout.write(JSON.stringify({ ...done, commands: Object.keys(done.commands), held: context.subscriptions.length }));
})();
