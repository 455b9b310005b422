import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** Files that packages bring to where the files of the same packages include them. */
const packaged = [
  /(^|\/)cf\.m4$/,
  /^\/usr\/share\/sendmail\//,
  /^\/usr\/share\/sendmail-cf\//,
  /^\/etc\/mail\/m4\/(dialup|provider)\.m4$/,
  /^\/etc\/mail\/(tls\/starttls|sasl\/sasl)\.m4$/,
  /^\.\.\//,
];

/** An include of a file that is nobody's: if it is missing, m4 goes on without it and ends with status 1. */
export const includeUnread: Rule<McModel> = {
  id: 'mc/include-unread',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, 'include')) {
      const name = valueOf(call, 0);
      const argument = call.args[0];
      if (!argument || name === '' || packaged.some((p) => p.test(name))) continue;
      report({
        ...argument.span,
        message: t(
          '{0} is not looked into here. If it is missing m4 complains and makes a sendmail.cf without it; sinclude says that it may be missing.',
          name,
        ),
      });
    }
  },
};
