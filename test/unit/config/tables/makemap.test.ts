import assert from 'node:assert/strict';
import { tables } from '../../../../server/src/core/config/tables/language';
import { problemsOf } from '../../../support/marked';

describe('tables: what makemap refuses', () => {
  for (const table of tables) {
    it(`is refused in ${table.id}`, () => {
      const text = '# comment\nb.example\n a.example\tx\nc.example\tsmtp:d.example\nC.EXAMPLE\tsmtp:e.example\n';
      assert.deepEqual(
        problemsOf(table, text).filter((p) => p.includes(' map/')),
        ['2:1 error map/missing-value', '3:1 error map/leading-space', '5:1 error map/duplicate-key'],
      );
    });
  }
});
