import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { MapModel } from '../model';

/** An editor shows a lone CR as a line end, makemap does not: what follows becomes part of the value before it. */
export const loneCr: Rule<MapModel> = {
  id: 'map/lone-cr',
  severity: 'error',
  check(model, report) {
    const [first] = model.loneCrs;
    if (!first) return;
    report({
      ...first,
      message: t(
        'This line ends in a lone CR, which is no line end to makemap: it reads the next line as part of this one ({0} such places). Save the file with LF line ends.',
        model.loneCrs.length,
      ),
    });
  },
};
