/** The evidence as problems of the two logs, each with the other side's line. */
import * as vscode from 'vscode';
import type { CompareResult, Evidence, LogPlace, Side, Weight } from '../../../server/src/protocol';

/** What cannot be otherwise is a warning; what proves nothing is hardly seen. */
function severityOf(weight: Weight): vscode.DiagnosticSeverity {
  if (weight === 'decisive' || weight === 'strong') return vscode.DiagnosticSeverity.Warning;
  return weight === 'moderate' ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Hint;
}

/** More in one file than anybody reads; the report has them all. */
const MOST = 1000;

/** Puts the evidence of a comparison into `collection`, in place of what was there. */
export function showProblems(collection: vscode.DiagnosticCollection, result: CompareResult): void {
  const uris = { client: vscode.Uri.parse(result.client), server: vscode.Uri.parse(result.server) };
  const found = new Map<string, { uri: vscode.Uri; diagnostics: vscode.Diagnostic[] }>();
  for (const evidence of result.report.pairs.flatMap((p) => p.evidence)) {
    for (const side of ['client', 'server'] as const) {
      const uri = uris[side];
      const diagnostic = problemOf(evidence, side, uris);
      if (!diagnostic) continue;
      const entry = found.get(uri.toString()) ?? { uri, diagnostics: [] };
      found.set(uri.toString(), entry);
      if (entry.diagnostics.length < MOST) entry.diagnostics.push(diagnostic);
    }
  }
  collection.clear();
  for (const { uri, diagnostics } of found.values()) collection.set(uri, diagnostics);
}

function problemOf(evidence: Evidence, side: Side, uris: Readonly<Record<Side, vscode.Uri>>): vscode.Diagnostic | undefined {
  const other = side === 'client' ? 'server' : 'client';
  const here = evidence[side];
  const there = evidence[other];
  if (!here) return undefined;
  const diagnostic = new vscode.Diagnostic(rangeOf(here), evidence.message, severityOf(evidence.weight));
  diagnostic.source = 'postmaster';
  diagnostic.code = evidence.rule;
  if (there) {
    const text =
      other === 'client'
        ? vscode.l10n.t("the client's log: {0}", there.text)
        : vscode.l10n.t("the server's log: {0}", there.text);
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uris[other], rangeOf(there)), text),
    ];
  }
  return diagnostic;
}

/** Whole lines. The log need not be open, so their length is not known; the editor cuts the range at the line's end. */
function rangeOf(place: LogPlace): vscode.Range {
  return new vscode.Range(place.line, 0, place.endLine, LINE_END);
}

const LINE_END = 2 ** 31 - 1;
