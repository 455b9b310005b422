/** What needs regular expressions is asked outside (../scan.ts). Places are offsets in the text, in bytes. */

/** What a line's text is , as kinds.ts takes it apart. */
export declare function factsOf(from: i32, to: i32, client: bool): i32;
/** True for `[EOF]` and `[TIMEOUT]`. */
export declare function isLost(from: i32, to: i32): bool;
/** True if a line that is not written as sendmail writes them is one of this log all the same. */
export declare function isLine(from: i32, to: i32): bool;
/** True if the lines that stand in `prose` are of another log. */
export declare function isLog(count: i32): bool;
/** Where the next asterisk, the next mark of a scanner is. */
export declare function nextStar(from: i32): i32;
export declare function nextMark(from: i32): i32;
/** True if a mark of a scanner stands here that can only stand at the beginning of a line. */
export declare function isMark(at: i32): bool;
