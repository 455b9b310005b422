/** The four tables that rewrite and route addresses. */
import type { LanguageId } from '../../language';
import type { MapLines, MapModel } from '../map/model';

export type TableName = 'virtusertable' | 'mailertable' | 'domaintable' | 'genericstable';

export type TableModel = MapModel;

/** The lines of a block that are not plain. */
export type TableLines = MapLines;

/** The language of a table. */
export function languageOfTable(name: TableName): LanguageId {
  return `sendmail-${name}`;
}
