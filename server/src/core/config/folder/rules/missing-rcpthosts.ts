import { t } from '@vscode/l10n';
import type { TcpRulesModel } from '../../tcprules/model';
import type { FolderRule } from '../model';

/** Files that qmail's control folder has, whatever else it has: `me` and one of these. */
const others = ['locals', 'defaultdomain', 'plusdomain', 'virtualdomains', 'smtproutes', 'defaulthost'];

/** qmail's control folder without rcpthosts: qmail-smtpd then takes mail from everybody to everybody. */
export const missingRcpthosts: FolderRule = {
  id: 'folder/missing-rcpthosts',
  severity: 'error',
  check({ files, names }, report) {
    const file = files.find((f) => f.language === 'tcp-rules');
    if (!file || names.has('rcpthosts') || !names.has('me') || !others.some((name) => names.has(name))) return;
    const first = (file.model as TcpRulesModel).entries[0];
    report(file, {
      start: first?.start ?? 0,
      end: first?.end ?? 0,
      message: t(
        'There is no rcpthosts in this folder: without it qmail-smtpd relays for everybody, whatever the rules here say. List your domains in it.',
      ),
    });
  },
};
