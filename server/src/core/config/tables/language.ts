/** The languages of virtusertable, mailertable, domaintable and genericstable. */
import type { Language } from '../../language';
import { commentFolds } from '../map/folds';
import { createMapModel } from '../map/model';
import { refactorTable } from '../map/refactor';
import { completeTable } from './complete';
import { hoverTable } from './hover';
import { definitionIn, referencesIn } from './links';
import { languageOfTable, type TableModel, type TableName } from './model';
import { symbolsOfTable } from './symbols';
import { validateTable } from './validate';

const names: readonly TableName[] = ['virtusertable', 'mailertable', 'domaintable', 'genericstable'];

export const tables: readonly Language<TableModel>[] = names.map((name) => ({
  id: languageOfTable(name),
  parse: (text, before) => createMapModel(text, { read: (entry) => entry }, before),
  validate: (model, options) => validateTable(name, model, options),
  hover: (model, offset) => hoverTable(name, model, offset),
  complete: (model, offset) => completeTable(name, model, offset),
  symbols: symbolsOfTable,
  folds: (model) => commentFolds(model.source, model.comments),
  ...(name === 'virtusertable' && { definition: definitionIn, references: referencesIn }),
  refactors: refactorTable,
  triggerCharacters: ['\t', ' '],
}));
