/** Which command makes a change of a file live. */
import { t } from '@vscode/l10n';
import { code } from '../../markdown';

/** The line of a hover for a table that makemap builds; `file` is its usual name. */
export function liveMap(file: string): string {
  return t('{0} in the folder of the file; sendmail reads the new table at once', code(`makemap hash ${file} < ${file}`));
}

/** The label before it. */
export function liveLabel(): string {
  return t('To make a change live');
}
