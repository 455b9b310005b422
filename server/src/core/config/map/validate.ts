/** makemap's own rules: they hold for every table. */
import type { Rule } from '../../problem';
import { inBlocks } from '../blocks/rules';
import type { MapModel } from './model';
import { duplicateKey } from './rules/duplicateKey';
import { leadingSpace } from './rules/leadingSpace';
import { lineTooLong } from './rules/lineTooLong';
import { loneCr } from './rules/loneCr';
import { missingValue } from './rules/missingValue';

export const mapRules: readonly Rule<MapModel>[] = [
  inBlocks(leadingSpace),
  inBlocks(missingValue),
  duplicateKey,
  inBlocks(lineTooLong),
  loneCr,
];
