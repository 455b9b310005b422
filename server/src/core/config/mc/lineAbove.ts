/** Where a line of its own can be put into an .mc file without changing what the lines around it mean. */
import type { McModel } from './model';

/** True if `line` (from 0) begins outside every call and every quoted text, so that a `dnl` line can stand above it. */
export function takesLineAbove(model: McModel, line: number): boolean {
  const start = model.source.lineStarts[line];
  if (start === undefined || model.damaged) return false;
  return !model.calls.some((call) => call.open !== undefined && call.span.start < start && start < call.span.end);
}
