import { t } from '@vscode/l10n';
import { valueOf } from '../../mc/model';
import { runsOf } from '../../mc/steps';
import { tableOf, type Table } from '../../mc/values';
import type { FolderRule, MailFolder } from '../model';
import { setupOf } from '../setup';

/**
 * A table that sendmail.mc has read and that is not in the folder. Without `-o` in the map spec sendmail then answers 451 to
 * everybody. Said for sure only if another table of the same directory is there: else the tables lie elsewhere.
 */
export const missingFile: FolderRule = {
  id: 'folder/missing-file',
  severity: 'error',
  check(folder, report) {
    const setup = setupOf(folder);
    if (!setup) return;
    const tables = runsOf(setup.model, 'FEATURE').flatMap((call) => {
      const table = tableOf(setup.model, call);
      return table?.file && table.makemap ? [{ call, table, file: table.file }] : [];
    });
    const kept = new Set(tables.filter(({ table }) => isThere(folder, table)).map(({ file }) => directory(file)));
    for (const { call, table, file } of tables) {
      if (isThere(folder, table) || !kept.has(directory(file))) continue;
      const name = last(file);
      report(folder.mc!, {
        ...(call.args[1] && valueOf(call, 1) ? call.args[1].span : call.span),
        severity: table.optional ? 'info' : 'error',
        message: table.optional
          ? t('There is no {0} in this folder. As the map has -o, sendmail takes it for empty.', name)
          : t(
              'There is no {0} in this folder. Without its map sendmail answers 451 to everybody: make the file, or write -o in front of its path.',
              name,
            ),
      });
    }
  },
};

/** Its text, or the map made from it. */
function isThere(folder: MailFolder, table: Table): boolean {
  const name = last(table.file!);
  return ['', '.db', '.pag', '.cdb'].some((suffix) => folder.names.has(name + suffix));
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function directory(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
