/** Who delivers to whom: the call hierarchy of aliases and of entries of virtusertable, through both files. */
import { t } from '@vscode/l10n';
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Connection,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { rangeOf } from './convert';
import { allStations, stepsFrom, type Station } from './core/config/folder/delivery';
import type { FolderFile, MailFolder } from './core/config/folder/model';
import { contains, lineAt, offsetAt, type Span } from './core/text';
import type { Documents } from './documents';
import { isConfiguration, type Folders } from './folders';
import { guarded, type Log } from './guard';

/** What an item of the hierarchy is known by: the place of its name. */
interface ItemData {
  readonly uri: string;
  readonly start: number;
}

/** Registers the handlers on `connection`. */
export function serveCallHierarchy(connection: Connection, documents: Documents, folders: Folders, log: Log): void {
  const stationOf = async (
    item: CallHierarchyItem,
  ): Promise<{ folder: MailFolder; station: Station | undefined; data: ItemData }> => {
    const data = item.data as ItemData;
    const folder = await folders.of(data.uri);
    return { folder, data, station: stationAt(folder, data.uri, data.start) };
  };
  connection.languages.callHierarchy.onPrepare(
    guarded<TextDocumentPositionParams, CallHierarchyItem[]>(log, 'callHierarchy/prepare', [], async (params) => {
      const opened = documents.get(params.textDocument.uri);
      if (!isConfiguration(opened)) return [];
      const folder = await folders.of(opened.uri);
      const offset = offsetAt(opened.model.source, params.position);
      const at = allStations(folder).find((s) => s.file.uri === opened.uri && contains(s.whole, offset));
      if (!at) return [];
      // On a recipient the item is who it leads to.
      const step = stepsFrom(folder, at).find((s) => contains(s.from, offset));
      return [itemOf(step && !contains(at.span, offset) ? step.to : at)];
    }),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    guarded<{ item: CallHierarchyItem }, CallHierarchyOutgoingCall[]>(log, 'callHierarchy/outgoing', [], async ({ item }) => {
      const { folder, station } = await stationOf(item);
      if (!station) return [];
      const steps = stepsFrom(folder, station);
      const { source } = station.file.model;
      const ends = recipientsOf(station).filter((r) => !steps.some((s) => s.from.start === r.start));
      return [
        ...steps.map((s) => ({ to: itemOf(s.to), fromRanges: [rangeOf(source, s.from)] })),
        ...ends.map((span) => ({ to: endOf(station.file, span), fromRanges: [rangeOf(source, span)] })),
      ];
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    guarded<{ item: CallHierarchyItem }, CallHierarchyIncomingCall[]>(log, 'callHierarchy/incoming', [], async ({ item }) => {
      const { folder, station } = await stationOf(item);
      if (!station) return [];
      return allStations(folder).flatMap((from) => {
        const ways = stepsFrom(folder, from).filter((s) => s.to === station);
        return ways.length > 0
          ? [{ from: itemOf(from), fromRanges: ways.map((w) => rangeOf(from.file.model.source, w.from)) }]
          : [];
      });
    }),
  );
}

function stationAt(folder: MailFolder, uri: string, start: number): Station | undefined {
  return allStations(folder).find((s) => s.file.uri === uri && s.span.start === start);
}

function itemOf({ file, name, span, whole }: Station): CallHierarchyItem {
  const { source } = file.model;
  const data: ItemData = { uri: file.uri, start: span.start };
  return {
    name,
    kind: SymbolKind.Function,
    detail: `${file.name}, ${t('line {0}', lineAt(source, span.start) + 1)}`,
    uri: file.uri,
    range: rangeOf(source, whole),
    selectionRange: rangeOf(source, span),
    data,
  };
}

/** A recipient that no entry takes further: a user, a program, another host. */
function endOf(file: FolderFile, span: Span): CallHierarchyItem {
  const { source } = file.model;
  const range = rangeOf(source, span);
  const data: ItemData = { uri: file.uri, start: -1 };
  return {
    name: source.text.slice(span.start, span.end),
    kind: SymbolKind.Variable,
    uri: file.uri,
    range,
    selectionRange: range,
    data,
  };
}

function recipientsOf({ alias, virtual }: Station): Span[] {
  if (alias) return alias.targets.map(({ start, end }) => ({ start, end }));
  return virtual?.value ? [{ start: virtual.value.start, end: virtual.value.end }] : [];
}
