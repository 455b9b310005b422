/** The language of qmail's tcp.smtp. */
import { SymbolKind } from '../../kinds';
import type { Language } from '../../language';
import { commentFolds } from '../map/folds';
import { completeTcpRules } from './complete';
import { hoverTcpRules } from './hover';
import type { TcpRulesModel } from './model';
import { parseTcpRules } from './parser';
import { validateTcpRules } from './validate';

export const tcpRules: Language<TcpRulesModel> = {
  id: 'tcp-rules',
  parse: parseTcpRules,
  validate: validateTcpRules,
  hover: hoverTcpRules,
  complete: completeTcpRules,
  symbols: (model) =>
    model.entries.map(({ start, end, address, instructions }) => ({
      name: `${address.text}:`,
      detail: instructions.text,
      kind: SymbolKind.Field,
      span: { start, end },
      selection: { start: address.start, end: address.end },
    })),
  folds: (model) => commentFolds(model.source, model.comments),
  triggerCharacters: [':', ','],
};
