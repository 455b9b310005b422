/** The language of lists of names. */
import { SymbolKind } from '../../kinds';
import type { Language } from '../../language';
import { commentFolds } from '../map/folds';
import { hoverDomains } from './hover';
import type { DomainsModel } from './model';
import { parseDomains } from './parser';
import { validateDomains } from './validate';

export const domains: Language<DomainsModel> = {
  id: 'sendmail-domains',
  parse: parseDomains,
  validate: validateDomains,
  hover: hoverDomains,
  symbols: (model) =>
    model.entries.map(({ start, end, name }) => ({
      name: name.text,
      kind: SymbolKind.String,
      span: { start, end },
      selection: { start: name.start, end: name.end },
    })),
  folds: (model) => commentFolds(model.source, model.comments),
};
