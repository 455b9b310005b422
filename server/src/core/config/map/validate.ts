/** makemap's own rules: they hold for every table. */
import type { Rule } from '../../problem';
import { inBlocks } from '../blocks/rules';
import type { MapModel } from './model';
import { duplicateKey } from './rules/duplicate-key';
import { leadingSpace } from './rules/leading-space';
import { lineTooLong } from './rules/line-too-long';
import { loneCr } from './rules/lone-cr';
import { missingValue } from './rules/missing-value';

export const mapRules: readonly Rule<MapModel>[] = [
  inBlocks(leadingSpace),
  inBlocks(missingValue),
  duplicateKey,
  inBlocks(lineTooLong),
  loneCr,
];
