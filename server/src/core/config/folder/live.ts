/** How a change of a file reaches the running server: the command for it, with the paths sendmail.mc names. */
import { t } from '@vscode/l10n';
import type { LanguageId } from '../../language';
import type { McModel } from '../mc/model';
import type { FolderFile, MailFolder } from './model';
import { setupOf } from './setup';

/** The FEATURE that reads a table, by the table's language; its usual file is named as the feature, but for access. */
const tables: Partial<Readonly<Record<LanguageId, string>>> = {
  'sendmail-access': 'access_db',
  'sendmail-virtusertable': 'virtusertable',
  'sendmail-mailertable': 'mailertable',
  'sendmail-domaintable': 'domaintable',
  'sendmail-genericstable': 'genericstable',
};

/** A line of words on what to do after a change of `file`; undefined where nothing is to be done. */
export function howToMakeLive(folder: MailFolder, file: FolderFile): string | undefined {
  const feature = tables[file.language];
  if (feature) {
    // Of several access tables in a folder the one with the table's name is meant.
    const usual = feature.replace('_db', '');
    const path = `/etc/mail/${usual}`;
    return after(setupOf(folder)?.table(feature)?.makemap ?? `makemap hash ${path} < ${path}`);
  }
  switch (file.language) {
    case 'mail-aliases':
      return after('newaliases');
    case 'tcp-rules':
      return after('tcprules tcp.smtp.cdb tcp.smtp.tmp < tcp.smtp');
    case 'sendmail-mc': {
      const model = file.model as McModel;
      const whole = model.run.some((c) => /^s?include$/.test(c.name) && /cf\.m4/.test(c.args[0]?.text ?? ''));
      return built(`m4 ${whole ? '' : 'cf.m4 '}${file.name} > ${file.name.replace(/\.mc$/, '')}.cf`);
    }
    case 'sendmail-cf':
      return restart();
    case 'sendmail-domains':
      // qmail reads its lists at each connection.
      return /rcpthosts/.test(file.name) ? undefined : restart();
    default:
      return undefined;
  }
}

function after(command: string): string {
  return t('After a change: {0}', command);
}

function built(command: string): string {
  return t('After a change: {0}, then restart sendmail', command);
}

function restart(): string {
  return t('After a change: restart sendmail, or send it a HUP');
}
